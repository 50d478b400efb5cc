import { expect, test } from 'vitest';
import { isAdvised, offsetParts, ownPage } from './devicePage';

test('the own page of a device is at its root, of a stream at the usual port', () => {
  expect(ownPage('http://10.0.0.2:8080/onvif/device_service')).toBe('http://10.0.0.2:8080/');
  expect(ownPage('rtsp://10.0.0.3:554/stream1')).toBe('http://10.0.0.3/');
  expect(ownPage('javascript:alert(1)')).toBe('about:blank');
});

test('a difference of clocks is told in the unit that fits', () => {
  expect(offsetParts(-1_234)).toEqual({ unit: 'seconds', amount: '1.2' });
  expect(offsetParts(600_000)).toEqual({ unit: 'minutes', amount: '10' });
  expect(offsetParts(31_536_000_000)).toEqual({ unit: 'hours', amount: '8760' });
});

test('a reason of the center itself has no advice for an installer', () => expect([isAdvised('unauthorized'), isAdvised('internal')]).toEqual([true, false]));
