import { describe, expect, test } from 'vitest';
import { askedOf, exportAddress, midnight, searchAddress, searchOf, wrongWith } from './search';

const now = new Date(2026, 10, 23, 14, 5).getTime();
const search = (address: string) => searchOf(new URLSearchParams(address), now);

describe('the search among all alarms', () => {
  test('begins a week ago and ends with today, unless the address says otherwise', () => {
    expect(search('')).toMatchObject({ from: '2026-11-16T00:00', to: '2026-11-24T00:00', q: '' });
    expect(search('from=2026-01-01T08:00')).toMatchObject({ from: '2026-01-01T08:00', to: '2026-11-24T00:00' });
    expect(midnight(new Date(2026, 0, 1, 3).getTime(), -1)).toBe('2025-12-31T00:00');
  });
  test('has an address for a time and filters, of whole minutes that hold it', () => {
    const from = new Date(2026, 10, 23, 8, 5, 20).getTime();
    const address = searchAddress(from, from + 60_000, { handler: 'anna b', q: '' });
    expect(search(address.split('?')[1]!)).toMatchObject({ from: '2026-11-23T08:05', to: '2026-11-23T08:07', handler: 'anna b', q: '' });
    expect(searchAddress(new Date(2026, 10, 23).getTime(), new Date(2026, 10, 24).getTime(), {})).toBe('/alarm-search?from=2026-11-23T00%3A00&to=2026-11-24T00%3A00');
  });
  test('says what is wrong before anything is asked', () => {
    expect(wrongWith(search(''))).toBeUndefined();
    expect(wrongWith(search('from=2026-11-24T00:00'))).toBe('range');
    expect(wrongWith(search('from=x'))).toBe('range');
    expect(wrongWith(search('number=%2312'))).toBeUndefined();
    expect(wrongWith(search('number=twelve'))).toBe('number');
  });
  test('asks for an alarm by its number at any time', () => {
    const asked = askedOf(search('number=%2312&from=x'));
    expect(asked).toMatchObject({ number: '12' });
    expect(asked).not.toHaveProperty('from');
  });
  test('asks for every part, and exports the same', () => {
    const asked = askedOf(search('priority=HIGH&handling=IGNORED&lasting=false&comment= cat &q=%20'));
    expect(asked).toMatchObject({ priority: ['HIGH'], handling: ['IGNORED'], lasting: false, comment: 'cat', site: [] });
    expect(asked).not.toHaveProperty('q');
    const address = exportAddress(search('priority=HIGH&type=MOTION&number=7'));
    expect(address).toBe('/api/v1/alarm-search/export.csv?number=7&type=MOTION&priority=HIGH');
  });
});
