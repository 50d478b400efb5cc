/** What differs between two states of a thing, each a JSON text: one line per value that was added, removed or changed. */
export interface Difference {
  path: string;
  before: string | undefined;
  after: string | undefined;
}

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

export function differences(before: string | undefined, after: string | undefined): Difference[] {
  const old = leaves(before);
  const fresh = leaves(after);
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map((path) => ({ path, before: old.get(path), after: fresh.get(path) }))
    .filter((d) => d.before !== d.after);
}

function leaves(text: string | undefined): Map<string, string> {
  const found = new Map<string, string>();
  if (text === undefined || text === '') return found;
  try {
    walk(JSON.parse(text) as Json, '', found);
  } catch {
    found.set('', text);
  }
  return found;
}

/** Lists of plain values are one value: their order and length are what one wants to see. */
function walk(value: Json, path: string, found: Map<string, string>): void {
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null)) {
    found.set(path, value.join(', '));
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) walk(item, path === '' ? name : `${path}.${name}`, found);
  } else {
    found.set(path, String(value));
  }
}
