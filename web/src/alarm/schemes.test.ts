import { describe, expect, test } from 'vitest';
import { bodyOf, camerasOf, formOf, isComplete, withCameras, withSource } from './schemes';

describe('the form of a scheme', () => {
  test('is complete with a name, a time, a source and an event', () => {
    const form = formOf(undefined);
    expect(isComplete(form)).toBe(false);
    const full = { ...form, name: 'Yard', templateId: 't', sources: [{ kind: 'CENTER' as const }], types: ['MOTION'] };
    expect(isComplete(full)).toBe(true);
    expect(isComplete({ ...full, mergeSeconds: Number.NaN })).toBe(false);
    expect(isComplete({ ...full, name: ' ' })).toBe(false);
    const over = { attribute: 'score', operator: 'AT_LEAST' as const, values: ['0.8'] };
    expect(isComplete({ ...full, conditions: [over] })).toBe(true);
    expect(isComplete({ ...full, conditions: [{ ...over, values: ['high'] }] })).toBe(false);
    expect(isComplete({ ...full, conditions: [{ ...over, attribute: ' ' }] })).toBe(false);
    expect(bodyOf({ ...full, conditions: [{ attribute: ' plate', operator: 'ONE_OF', values: ['A 1', ' B 2 ', ''] }] }).conditions).toEqual([{ attribute: 'plate', operator: 'ONE_OF', values: ['A 1', 'B 2'] }]);
    const before = { sources: full.sources, types: ['INPUT'], seconds: 30 };
    expect(isComplete({ ...full, onlyAfter: before })).toBe(true);
    expect(isComplete({ ...full, onlyAfter: { ...before, types: [] } })).toBe(false);
    expect(isComplete({ ...full, onlyAfter: { ...before, seconds: 0 } })).toBe(false);
  });

  test('changes cameras and leaves the other sources', () => {
    const site = { kind: 'SITE' as const, objectId: 's' };
    const sources = withCameras([site, { kind: 'CHANNEL', objectId: 'a' }], ['b', 'c']);
    expect(sources[0]).toEqual(site);
    expect(camerasOf(sources)).toEqual(['b', 'c']);
  });

  test('holds a source once', () => {
    const center = { kind: 'CENTER' as const };
    expect(withSource(withSource([], center), { kind: 'CENTER' })).toEqual([center]);
  });
});
