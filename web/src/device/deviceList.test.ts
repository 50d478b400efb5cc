import { expect, test } from 'vitest';
import { isWhole, nextOrder, readList } from './deviceList';

const list = (address: string) => readList(new URLSearchParams(address), '');

test('the address says what is listed; what it says wrongly does not count', () => {
  expect(list('')).toEqual({});
  expect(list('state=offline&reason=timeout&protocol=onvif&sort=since&order=down')).toEqual({
    state: 'OFFLINE', reason: 'timeout', protocol: 'ONVIF', sort: 'SINCE', descending: true,
  });
  expect(list('state=broken&protocol=fax&sort=colour&site=nowhere&order=up')).toEqual({});
  expect(readList(new URLSearchParams('q=gate'), 'ga')).toEqual({ q: 'ga' });
});

test('an order narrows nothing', () => {
  expect(isWhole(list('sort=state'))).toBe(true);
  expect(isWhole(list('state=online'))).toBe(false);
});

test('a head sorts, turns round, and lets go', () => {
  expect(nextOrder({}, 'STATE')).toEqual({ sort: 'state', order: '' });
  expect(nextOrder({ sort: 'STATE' }, 'STATE')).toEqual({ sort: 'state', order: 'down' });
  expect(nextOrder({ sort: 'STATE', descending: true }, 'STATE')).toEqual({ sort: '', order: '' });
  expect(nextOrder({}, 'NAME')).toEqual({ sort: '', order: 'down' });
});
