import type { Site } from '../api/types';

/** A site as a row of the tree. */
export interface SiteRow {
  site: Site;
  open: boolean;
}

/**
 * The rows to show, of sites in depth-first order: what is below a folded site is left out; a search shows the sites with all
 * its words and those above them, unfolded.
 */
export function siteRows(sites: readonly Site[], folded: ReadonlySet<string>, query: string): SiteRow[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const kept = words.length === 0 ? undefined : matching(sites, words);
  const rows: SiteRow[] = [];
  let hiddenBelow = Infinity;
  for (const site of sites) {
    if (site.level > hiddenBelow) continue;
    hiddenBelow = Infinity;
    if (kept !== undefined && !kept.has(site.id)) continue;
    const open = kept !== undefined || !folded.has(site.id);
    rows.push({ site, open });
    if (!open) hiddenBelow = site.level;
  }
  return rows;
}

function matching(sites: readonly Site[], words: readonly string[]): Set<string> {
  const parents = new Map(sites.map((site) => [site.id, site.parentId]));
  const kept = new Set<string>();
  for (const site of sites) {
    const name = site.name.toLowerCase();
    if (!words.every((word) => name.includes(word))) continue;
    for (let id: string | undefined = site.id; id !== undefined && !kept.has(id); id = parents.get(id)) kept.add(id);
  }
  return kept;
}

/** The ids of a site and all below it; the sites are in depth-first order. */
export function withBelow(sites: readonly Site[], id: string): Set<string> {
  const from = sites.findIndex((site) => site.id === id);
  const found = new Set<string>();
  for (let i = from; i >= 0 && i < sites.length; i++) {
    const site = sites[i]!;
    if (i > from && site.level <= sites[from]!.level) break;
    found.add(site.id);
  }
  return found;
}

/** What is at a site or below it; everything when the site is not among the sites. */
export function atSite<T extends { siteId: string }>(things: readonly T[], sites: readonly Site[], id: string): T[] {
  const below = withBelow(sites, id);
  return below.size === 0 ? [...things] : things.filter((thing) => below.has(thing.siteId));
}

/** Where a site goes when it is dropped on another: in its place, or as the last one below it. */
export function dropPlace(sites: readonly Site[], moved: string, onto: Site, below: boolean): { parentId: string; position: number } | undefined {
  if (withBelow(sites, moved).has(onto.id)) return undefined;
  if (below) return { parentId: onto.id, position: onto.children };
  if (onto.parentId === undefined) return undefined;
  const siblings = sites.filter((site) => site.parentId === onto.parentId && site.id !== moved);
  return { parentId: onto.parentId, position: siblings.findIndex((site) => site.id === onto.id) };
}
