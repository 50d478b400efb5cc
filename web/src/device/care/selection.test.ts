import { describe, expect, test } from 'vitest';
import { NOTHING, turned, turnedAll } from './selection';

const SHOWN = ['a', 'b', 'c', 'd', 'e'];
const ids = (one: { ids: ReadonlySet<string> }) => [...one.ids].sort().join('');

describe('a choice of rows', () => {
  test('is turned row by row', () => {
    const one = turned(NOTHING, SHOWN, 'b', false);
    expect(ids(one)).toBe('b');
    expect(ids(turned(one, SHOWN, 'b', false))).toBe('');
  });

  test('reaches with Shift from the row before, up or down, on or off', () => {
    const one = turned(NOTHING, SHOWN, 'd', false);
    const range = turned(one, SHOWN, 'b', true);
    expect(ids(range)).toBe('bcd');
    expect(ids(turned(range, SHOWN, 'c', true))).toBe('d');
    expect(ids(turned(NOTHING, SHOWN, 'c', true))).toBe('c');
  });

  test('takes all that are shown, and leaves what is not shown alone', () => {
    const hidden = turned(NOTHING, SHOWN, 'e', false);
    const all = turnedAll(hidden, ['a', 'b']);
    expect(ids(all)).toBe('abe');
    expect(ids(turnedAll(all, ['a', 'b']))).toBe('e');
  });
});
