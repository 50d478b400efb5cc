import { expect, test } from 'vitest';
import { bodyOf, EMPTY_USER, formOf } from './userForm';

test('an end given as a date includes the whole day', () => {
  const body = bodyOf({ ...EMPTY_USER, username: ' anna ', expires: '2026-12-31' });
  expect(body.username).toBe('anna');
  expect(new Date(body.expiresAt!).getTime()).toBe(new Date(2027, 0, 1).getTime());
});

test('a form shows the day it was made of, and empty fields are not sent', () => {
  const body = bodyOf({ ...EMPTY_USER, username: 'anna', expires: '2026-12-31' });
  expect(formOf({ ...body, id: '1', version: 1, manySessions: true, networks: [], mustChangePassword: false, realmRoles: [] }).expires).toBe('2026-12-31');
  expect('email' in body).toBe(false);
});

test('networks are one a line, however they are separated', () => {
  expect(bodyOf({ ...EMPTY_USER, networks: ' 10.1.0.0/16\n192.0.2.7, 2001:db8::/32 ' }).networks).toEqual(['10.1.0.0/16', '192.0.2.7', '2001:db8::/32']);
  expect(bodyOf(EMPTY_USER).networks).toEqual([]);
});
