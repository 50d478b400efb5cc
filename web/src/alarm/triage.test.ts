import { describe, expect, test } from 'vitest';
import type { Alarm } from '../api/types';
import { withAlarm, type AlarmPages } from './alarms';
import { beside, concerned, isFresh } from './triage';

function alarm(id: string, change: Partial<Alarm> = {}): Alarm {
  return {
    id, number: '1', schemeId: 's', schemeName: 'Yard', priority: 'HIGH', type: 'MOTION', sourceName: 'Gate', firstAt: '2026-11-23T08:00:00Z', lastAt: '2026-11-23T08:00:00Z',
    endMissing: false, occurrences: 1, handling: 'PENDING', held: 'NONE', raisedAt: '2026-11-23T08:00:01Z', version: 1, ...change,
  } as Alarm;
}
const list = [alarm('a'), alarm('b'), alarm('c')];

describe('the keyboard in the alarm list', () => {
  test('goes one row on and stays at the ends', () => {
    expect(beside(list, 'a', 1)).toBe('b');
    expect(beside(list, 'c', 1)).toBe('c');
    expect(beside(list, 'a', -1)).toBe('a');
  });
  test('begins at the top when nothing is open, or the open one is gone', () => {
    expect(beside(list, undefined, 1)).toBe('a');
    expect(beside(list, 'x', -1)).toBe('a');
    expect(beside([], 'x', 1)).toBeUndefined();
  });
  test('acts on the marked rows that are shown, else on the open one', () => {
    expect(concerned(list, new Set(['c', 'a', 'gone']), 'b')).toEqual(['a', 'c']);
    expect(concerned(list, new Set(), 'b')).toEqual(['b']);
    expect(concerned(list, new Set(), undefined)).toEqual([]);
  });
});

describe('what the stream tells', () => {
  const since = Date.parse('2026-11-23T08:00:00Z');
  test('is new when nobody has it and the list does not show it', () => {
    expect(isFresh(list, alarm('d'), since)).toBe(true);
    expect(isFresh(list, alarm('a'), since)).toBe(false);
    expect(isFresh(list, alarm('d', { handling: 'PROCESSING' }), since)).toBe(false);
    expect(isFresh(list, alarm('d', { held: 'SHELVED' }), since)).toBe(false);
    expect(isFresh(list, alarm('d', { gone: true }), since)).toBe(false);
    expect(isFresh(list, alarm('d', { raisedAt: '2026-11-23T07:00:00Z' }), since)).toBe(false);
  });
  test('changes a row in its place, never back to an older state', () => {
    const pages: AlarmPages = { pages: [{ items: list }], pageParams: [''] };
    const changed = withAlarm(pages, alarm('b', { version: 2, owner: 'anna' }))!;
    expect(changed.pages[0]!.items.map((one) => one.id)).toEqual(['a', 'b', 'c']);
    expect(changed.pages[0]!.items[1]!.owner).toBe('anna');
    expect(withAlarm(changed, alarm('b'))).toBe(changed);
    expect(withAlarm(pages, alarm('b', { version: 3, gone: true }))!.pages[0]!.items[1]!.gone).toBe(true);
    expect(withAlarm(pages, alarm('z', { version: 9 }))).toBe(pages);
  });
});
