import { describe, expect, test } from 'vitest';
import type { EventType } from '../api/types';
import { groupsOf, nameOf, toneOf } from './eventTypes';

const type = (code: string, more: Partial<EventType>): [string, EventType] => [code, { code, category: 'VIDEO', severity: 'HIGH', lasts: false, en: code.toLowerCase(), zh: '名', ...more }];
const catalogue = new Map([
  type('LOST', { lasts: true, endedBy: 'BACK', severity: 'CRITICAL', en: 'Signal lost', zh: '丢失' }),
  type('DOOR', { category: 'DOOR', severity: 'INFO', en: 'Door opened', zh: '开门' }),
  type('BACK', { severity: 'INFO', en: 'Signal back', zh: '恢复' }),
]);

describe('the catalogue of events', () => {
  test('names a type in the language, and an unknown one by its code', () => {
    expect(nameOf(catalogue, 'DOOR', 'en')).toBe('Door opened');
    expect(nameOf(catalogue, 'DOOR', 'zh')).toBe('开门');
    expect(nameOf(catalogue, 'NEW_ONE', 'en')).toBe('NEW_ONE');
  });

  test('shows what ends something as good news', () => {
    expect(toneOf(catalogue, 'LOST', undefined)).toBe('critical');
    expect(toneOf(catalogue, 'LOST', false)).toBe('ok');
    expect(toneOf(catalogue, 'BACK', undefined)).toBe('ok');
    expect(toneOf(catalogue, 'DOOR', undefined)).toBe('off');
  });

  test('is found by name and code, in groups', () => {
    expect(groupsOf(catalogue, '', 'en').map((group) => [group.category, group.types.length])).toEqual([['VIDEO', 2], ['DOOR', 1]]);
    expect(groupsOf(catalogue, ' signal ', 'en').flatMap((group) => group.types.map((one) => one.code))).toEqual(['LOST', 'BACK']);
    expect(groupsOf(catalogue, '开', 'zh').flatMap((group) => group.types.map((one) => one.code))).toEqual(['DOOR']);
    expect(groupsOf(catalogue, 'nothing like it', 'en')).toEqual([]);
  });
});
