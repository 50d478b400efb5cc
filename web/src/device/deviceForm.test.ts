import { describe, expect, test } from 'vitest';
import { Problem } from '../api/problem';
import { EMPTY_FORM, errorsOf, faultsOf, takeApart } from './deviceForm';

const form = (url: string) => ({ ...EMPTY_FORM, name: 'Gate', url });

describe('the form', () => {
  test.each([
    ['', 'addressRequired'],
    ['192.0.2.1', 'addressNotKnown'],
    ['ftp://192.0.2.1/', 'addressNotKnown'],
    ['rtsp://a b/', 'addressNotKnown'],
    ['http://user:pw@host/', 'addressHasUser'],
    ['rtsp://user:pw@host/', 'addressHasUser'],
  ])('%j is %s', (url, fault) => expect(faultsOf(form(url), true)).toEqual({ url: fault }));

  test('accepts an address with port, path and query', () => {
    expect(faultsOf(form('http://192.0.2.1'), true)).toEqual({});
    expect(faultsOf({ ...form('http://192.0.2.1'), subUrl: 'http://192.0.2.1/x' }, true)).toEqual({ subUrl: 'addressNotKnown' });
    expect(faultsOf(form('rtsp://host:8554/a/b?x=1&y=@'), true)).toEqual({});
    expect(faultsOf({ ...form('rtsp://host/'), name: ' ' }, true)).toEqual({ name: 'nameRequired' });
    expect(faultsOf({ ...form('rtsp://host/'), name: '' }, false)).toEqual({});
  });

  test('takes user and password out of a pasted address', () => {
    expect(takeApart(form('rtsp://us%40er:p%3Aw@host:554/x'))).toMatchObject({ url: 'rtsp://host:554/x', username: 'us@er', password: 'p:w' });
    expect(takeApart(form('rtsp://user@host/x'))).toMatchObject({ url: 'rtsp://host/x', username: 'user', password: '' });
    expect(takeApart(form('rtsp://u%:p@host/'))).toMatchObject({ username: 'u%' });
    const plain = form('rtsp://host/x@y');
    expect(takeApart(plain)).toBe(plain);
  });
});

describe('a refusal', () => {
  const refused = (code: string) =>
    new Problem(422, { type: 'urn:lynceus:problem:camera-unusable', reason: { code, text: 'said by the server' } });

  test('is shown at the field it is about', () => {
    expect(errorsOf(refused('unauthorized'), 'wrong')).toEqual({ fields: { password: 'wrong' }, other: undefined });
    expect(errorsOf(refused('not-rtsp'), 'no RTSP')).toEqual({ fields: { url: 'no RTSP' }, other: undefined });
  });

  test('keeps the server’s sentence for a field it names', () => {
    const problem = new Problem(400, { errors: [{ pointer: '/name', detail: 'too long' }] });
    expect(errorsOf(problem, 'check')).toEqual({ fields: { name: 'too long' }, other: undefined });
  });

  test('of no field is told below the form', () => {
    expect(errorsOf(new Problem(500, {}), 'failed')).toEqual({ fields: {}, other: 'failed' });
    expect(errorsOf(new Error('x'), 'x')).toEqual({ fields: {}, other: 'x' });
  });
});
