import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { en } from './en';
import { rest as enRest } from './en.rest';
import { zh } from './zh';
import { rest as zhRest } from './zh.rest';

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...leaves(value, `${path}${key}.`)],
    ),
  );
}
const english = leaves({ ...en, ...enRest, alarm: { ...en.alarm, ...enRest.alarm } });
const chinese = leaves({ ...zh, ...zhRest, alarm: { ...zh.alarm, ...zhRest.alarm } });
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]!).sort();

describe('the words', () => {
  test('have the same keys in both languages', () => expect([...chinese.keys()]).toEqual([...english.keys()]));

  test('have the same placeholders', () => {
    for (const [key, text] of english) {
      const used = new Set(placeholders(chinese.get(key) ?? ''));
      expect([key, [...used].sort()]).toEqual([key, [...new Set(placeholders(text))].sort()]);
    }
  });

  test('are translated', () => {
    const same = [...english].filter(([key, text]) => chinese.get(key) === text).map(([key]) => key);
    expect(same).toEqual(['app.name']);
  });

  test('are all used', () => {
    const source = sources(new URL('..', import.meta.url)).join('\n');
    const unused = [...english.keys()].filter((key) => {
      const parts = key.replace(/_(one|other)$/, '').split('.');
      const whole = parts.join('.');
      const byCode = `${parts.slice(0, -1).join('.')}.\${`;
      return !source.includes(`'${whole}'`) && !source.includes(byCode);
    });
    expect(unused).toEqual([]);
  });

  test('cover every reason the API names', () => {
    const api = readFileSync(new URL('../../../docs/ref/openapi.yaml', import.meta.url), 'utf8');
    const listed = /unreachable, refused[\s\S]*?internal/.exec(api)?.[0].replace(/[\\"\n]/g, ' ').split(/[,\s]+/).filter((w) => w !== '') ?? [];
    expect(listed.length).toBeGreaterThan(10);
    expect(listed.filter((code) => !(code in en.reason))).toEqual([]);
  });
});

function sources(directory: URL): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return sources(new URL(`${entry.name}/`, directory));
    return /\.tsx?$/.test(entry.name) && !/test|^(en|zh)\./.test(entry.name)
      ? [readFileSync(new URL(entry.name, directory), 'utf8')]
      : [];
  });
}
