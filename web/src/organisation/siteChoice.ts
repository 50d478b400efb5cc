import type { Site } from '../api/types';
import type { Found } from '../ui/FindOne';

const MOST = 200;

/** Sites with the names of those above them, for a search by words: what is typed need not be in one name. */
export class SiteChoice {
  readonly #rows: { found: Found; text: string }[];
  readonly #names: Map<string, string>;

  /** The sites in depth-first order. */
  constructor(sites: readonly Site[]) {
    const path: string[] = [];
    this.#rows = sites.map((site) => {
      path.length = site.level - 1;
      const where = path.slice(1).join(' / ');
      path.push(site.name);
      return { found: { id: site.id, name: site.name, where }, text: path.join(' ').toLowerCase() };
    });
    this.#names = new Map(sites.map((site) => [site.id, site.name]));
  }

  name(id: string): string {
    return this.#names.get(id) ?? '';
  }

  /** Those with all the words in their own name or that of a site above; first those that have them in their own. */
  find(query: string, without: ReadonlySet<string> = new Set()): Found[] {
    const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
    const fitting = this.#rows.filter(({ found, text }) => !without.has(found.id) && words.every((word) => text.includes(word)));
    const own = ({ found }: { found: Found }) => words.every((word) => found.name.toLowerCase().includes(word));
    const sorted = words.length === 0 ? fitting : [...fitting.filter(own), ...fitting.filter((row) => !own(row))];
    return sorted.slice(0, words.length === 0 ? undefined : MOST).map((row) => row.found);
  }
}
