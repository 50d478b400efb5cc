import { describe, expect, it } from 'vitest';
import { boxBetween, type Screen } from './pictureBox';

/** A 16:9 picture in a square element at (100, 50): bars of 87.5 above and below. */
const SCREEN: Screen = { left: 100, top: 50, width: 400, height: 400, pictureWidth: 640, pictureHeight: 360 };

describe('boxBetween', () => {
  it('counts in parts of the picture, not of the element', () => {
    expect(boxBetween(SCREEN, { x: 200, y: 137.5 }, { x: 300, y: 250 })).toEqual({ left: 0.25, top: 0, width: 0.25, height: 0.5 });
  });

  it('does not care where the drawing began', () => {
    const box = boxBetween(SCREEN, { x: 200, y: 150 }, { x: 300, y: 250 });
    expect(boxBetween(SCREEN, { x: 300, y: 250 }, { x: 200, y: 150 })).toEqual(box);
  });

  it('takes a click that shook for a point', () => {
    expect(boxBetween(SCREEN, { x: 299, y: 250 }, { x: 301, y: 250 })).toEqual({ left: 0.5, top: 0.5, width: 0, height: 0 });
  });

  it('cuts off what is outside and is nothing in the bars', () => {
    expect(boxBetween(SCREEN, { x: 50, y: 50 }, { x: 300, y: 250 })).toEqual({ left: 0, top: 0, width: 0.5, height: 0.5 });
    expect(boxBetween(SCREEN, { x: 150, y: 60 }, { x: 300, y: 100 })).toBeUndefined();
  });

  it('is nothing while there is no picture', () => {
    expect(boxBetween({ ...SCREEN, pictureWidth: 0, pictureHeight: 0 }, { x: 0, y: 0 }, { x: 1, y: 1 })).toBeUndefined();
  });
});
