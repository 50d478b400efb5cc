import { describe, expect, test } from 'vitest';
import type { TimeTemplate } from '../api/types';
import { bodyOf, copyDay, daysBetween, faultOf, formOf, NEW_TEMPLATE, paint, paintDays, parseSpans, secondsOf, spansText, timeOfDay, type Week } from './week';

const h = 3600;

describe('times of the day', () => {
  test.each([['8', 8 * h], ['08:30', 8.5 * h], ['0830', 8.5 * h], ['24:00', 24 * h], ['8:00:30', 8 * h + 30], ['24:01', undefined], ['8:60', undefined], ['x', undefined]])(
    '%j is %j', (text, seconds) => expect(secondsOf(text)).toBe(seconds));
  test('are written with seconds only when there are some', () => expect([timeOfDay(8 * h), timeOfDay(8 * h + 30), timeOfDay(24 * h)]).toEqual(['08:00', '08:00:30', '24:00']));
});

describe('typed periods', () => {
  test('are read with any dash and sorted', () =>
    expect(spansText(parseSpans('13-18:00, 8:00 – 12:00')!)).toBe('08:00–12:00, 13:00–18:00'));
  test('that touch or overlap become one', () => expect(spansText(parseSpans('8-10, 9-12; 12-13')!)).toBe('08:00–13:00'));
  test('may be none', () => expect(parseSpans(' ')).toEqual([]));
  test.each(['8', '10-8', '8-9-10', '8-25', 'noon'])('%j is none', (text) => expect(parseSpans(text)).toBeUndefined());
});

describe('painting', () => {
  const day = parseSpans('8-12, 13-18')!;
  test('joins what it touches', () => expect(spansText(paint(day, { from: 12 * h, to: 13 * h }, true))).toBe('08:00–18:00'));
  test('erasing splits and cuts', () => {
    expect(spansText(paint(day, { from: 9 * h, to: 10 * h }, false))).toBe('08:00–09:00, 10:00–12:00, 13:00–18:00');
    expect(spansText(paint(day, { from: 11 * h, to: 24 * h }, false))).toBe('08:00–11:00');
    expect(paint(day, { from: 0, to: 24 * h }, false)).toEqual([]);
  });
  test('several days names those that are full', () => {
    const week: Week = { ...NEW_TEMPLATE.week, MONDAY: parseSpans('1-2,3-4,5-6,7-8,9-10,11-12')! };
    const { week: next, full } = paintDays(week, ['MONDAY', 'TUESDAY'], { from: 20 * h, to: 21 * h }, true);
    expect(full).toEqual(['MONDAY']);
    expect(next.MONDAY).toBe(week.MONDAY);
    expect(spansText(next.TUESDAY)).toBe('20:00–21:00');
  });
  test('a day is copied to others', () => {
    const week = copyDay({ ...NEW_TEMPLATE.week, MONDAY: day }, 'MONDAY', daysBetween('FRIDAY', 'TUESDAY'));
    expect([week.TUESDAY, week.FRIDAY, week.SATURDAY].map((d) => d.length)).toEqual([2, 2, 0]);
  });
});

describe('a template', () => {
  const template: TimeTemplate = {
    id: 'x', name: 'Shop', builtin: false, zone: 'Asia/Shanghai', version: 3, usedBy: [],
    week: { MONDAY: [{ from: '08:00', to: '12:00' }, { from: '13:00:30', to: '24:00' }] },
    holidays: [{ name: 'New Year', days: [{ from: '2026-01-01', to: '2026-01-02', yearly: true }], periods: [{ from: '10:00', to: '11:00' }] }],
  };
  test('survives the editor', () => {
    const { id: _, builtin: __, version: ___, usedBy: ____, ...rest } = template;
    const body = bodyOf(formOf(template));
    expect(body).toEqual({ ...rest, week: { ...body.week, MONDAY: template.week['MONDAY'] } });
    expect(Object.keys(body.week)).toHaveLength(7);
  });
  test('without a zone follows the site', () => expect('zone' in bodyOf({ ...formOf(template), zone: ' ' })).toBe(false));
  test('says what is missing', () => {
    const form = formOf(template);
    const holiday = form.holidays[0]!;
    expect(faultOf(form)).toBeUndefined();
    expect(faultOf({ ...form, name: ' ' })).toBe('nameRequired');
    expect(faultOf({ ...form, holidays: [{ ...holiday, name: '' }] })).toBe('holidayName');
    expect(faultOf({ ...form, holidays: [{ ...holiday, days: [] }] })).toBe('holidayDays');
    expect(faultOf({ ...form, holidays: [{ ...holiday, periods: 'all day' }] })).toBe('holidayPeriods');
  });
});
