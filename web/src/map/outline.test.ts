import { describe, expect, it } from 'vitest';
import type { EMapMarker } from '../api/types';
import { cornerAdded, cornerMoved, cornerRemoved, cornersOf, middleAfter, MOST_CORNERS, outlined, outlineMoved, type Corner } from './outline';

const rectangle: EMapMarker = { kind: 'MAP', targetId: 'm', x: 0.5, y: 0.25, zone: { width: 0.25, height: 0.5 } };
const triangle: EMapMarker = { kind: 'MAP', targetId: 'm', x: 0.5, y: 0.5, outline: [{ x: 0.25, y: 0.25 }, { x: 0.75, y: 0.25 }, { x: 0.5, y: 0.75 }] };

describe('outlines', () => {
  it('takes the corners of a rectangle as an outline that stays where it was', () => {
    const corners = cornersOf(rectangle);
    expect(corners).toEqual([{ x: 0.5, y: 0.25 }, { x: 0.75, y: 0.25 }, { x: 0.75, y: 0.75 }, { x: 0.5, y: 0.75 }]);
    expect(outlined(rectangle, corners)).toEqual({ kind: 'MAP', targetId: 'm', x: 0.625, y: 0.5, outline: corners });
  });

  it('moves a corner, never out of the picture', () => {
    expect(cornersOf(cornerMoved(triangle, 1, 2, -1))[1]).toEqual({ x: 1, y: 0 });
    expect(cornersOf(cornerMoved(triangle, 1, 2, -1))[0]).toEqual({ x: 0.25, y: 0.25 });
  });

  it('keeps its sign in the middle of its corners', () => {
    const { x, y } = cornerMoved(triangle, 2, 0.5, 1);
    expect([x, y]).toEqual([0.5, 0.5]);
    expect(outlineMoved(cornerMoved(triangle, 2, 0.5, 1), 0.6, 0.5).x).toBeCloseTo(0.6, 9);
  });

  it('adds a corner on a side, also on the last one', () => {
    const middle = middleAfter(cornersOf(triangle), 2) as Corner;
    expect(middle).toEqual({ x: 0.375, y: 0.5 });
    const four = cornersOf(cornerAdded(triangle, 2, middle.x, middle.y));
    expect(four).toHaveLength(4);
    expect(four[3]).toEqual(middle);
    expect(middleAfter([], 0)).toBeUndefined();
  });

  it('has three to sixty-four corners', () => {
    expect(cornerRemoved(triangle, 0)).toBe(triangle);
    expect(cornersOf(cornerRemoved(cornerAdded(triangle, 0, 0.5, 0), 1))).toEqual(triangle.outline);
    let many = triangle;
    for (let i = 0; i < 100; i++) many = cornerAdded(many, 0, 0.5, 0.1);
    expect(cornersOf(many)).toHaveLength(MOST_CORNERS);
  });

  it('moves as a whole and keeps its shape at the edge', () => {
    const moved = outlineMoved(triangle, 1, 0.5);
    expect(moved.x).toBe(0.75);
    expect(cornersOf(moved)).toEqual([{ x: 0.5, y: 0.25 }, { x: 1, y: 0.25 }, { x: 0.75, y: 0.75 }]);
    expect(cornersOf(outlineMoved(triangle, 0, 0))[0]).toEqual({ x: 0, y: 0 });
  });
});
