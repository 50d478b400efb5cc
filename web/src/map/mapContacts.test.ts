import { expect, test } from 'vitest';
import type { EMapContact, EMapMarker } from '../api/types';
import { contactAt, contactWord, spread } from './mapContacts';

const input = (deviceId: string): EMapMarker => ({ kind: 'INPUT', deviceId, part: '1', x: 0, y: 0 });
const output: EMapMarker = { kind: 'OUTPUT', channelId: 'c', part: '1', x: 0, y: 0 };
const contacts: EMapContact[] = [
  { kind: 'OUTPUT', deviceId: 'd', channelId: 'c', part: '1', active: false },
  { kind: 'INPUT', deviceId: 'd', part: '1', active: true },
];

test('an input and an output of the same name are two things', () => {
  expect(contactWord(contactAt(input('d'), contacts))).toBe('active');
  expect(contactWord(contactAt(output, contacts))).toBe('inactive');
});
test('what nothing was told of is not said to be at rest', () => {
  expect(contactWord(contactAt(input('e'), contacts))).toBe('unknown');
  expect(contactAt({ kind: 'CHANNEL', channelId: 'c', x: 0, y: 0 }, contacts)).toBeUndefined();
});
test('what is put on a map at once does not lie on one place', () => {
  expect(new Set(Array.from({ length: 54 }, (_, i) => JSON.stringify(spread(i)))).size).toBe(54);
  expect(spread(1000).x).toBeLessThan(1);
});
