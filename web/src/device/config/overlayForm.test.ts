import { describe, expect, test } from 'vitest';
import type { Overlay, OverlayOffer } from '../../api/types';
import { newOverlay, overlayForm, overlayOf } from './overlayForm';

const offer: OverlayOffer = {
  most: 4, free: ['PLAIN'], kinds: ['PLAIN', 'DATE_AND_TIME'], positions: ['UPPER_LEFT', 'LOWER_LEFT', 'CUSTOM'], fontSize: { min: 8, max: 64 },
  dateFormats: ['yyyy-MM-dd'], timeFormats: ['HH:mm:ss'],
};
const date: Overlay = { id: '1', kind: 'DATE_AND_TIME', text: '', position: 'UPPER_LEFT', dateFormat: 'yyyy-MM-dd', timeFormat: 'HH:mm:ss' };

describe('the form of a text in the picture', () => {
  test('begins at a free place with what there is room for', () => {
    expect(newOverlay(offer, [date])).toMatchObject({ kind: 'PLAIN', position: 'LOWER_LEFT' });
    expect(newOverlay({ ...offer, free: ['DATE_AND_TIME'] }, [])).toMatchObject({ kind: 'DATE_AND_TIME', position: 'UPPER_LEFT' });
  });

  test('says only what belongs to its kind and place', () => {
    expect(overlayOf({ ...newOverlay(offer, []), text: ' Gate ' }, offer)).toEqual({ kind: 'PLAIN', position: 'UPPER_LEFT', text: 'Gate' });
    expect(overlayOf(overlayForm(date), offer)).toEqual({ kind: 'DATE_AND_TIME', position: 'UPPER_LEFT', dateFormat: 'yyyy-MM-dd', timeFormat: 'HH:mm:ss' });
    expect(overlayOf({ ...newOverlay(offer, []), text: 'a', position: 'CUSTOM', x: '-0,5', y: '1' }, offer)).toMatchObject({ x: -0.5, y: 1 });
  });

  test('is not complete without a text, outside the picture, or with letters the device does not have', () => {
    const form = newOverlay(offer, []);
    expect(overlayOf(form, offer)).toBeUndefined();
    expect(overlayOf({ ...form, text: 'a', position: 'CUSTOM', x: '1.1' }, offer)).toBeUndefined();
    expect(overlayOf({ ...form, text: 'a', fontSize: '65' }, offer)).toBeUndefined();
    expect(overlayOf({ ...form, text: 'a', fontSize: 'big' }, offer)).toBeUndefined();
  });
});
