import { describe, expect, test } from 'vitest';
import { layoutOf, neighbour, SIZES } from './layouts';

describe('every layout', () => {
  test.each(SIZES)('of %i panes covers its grid once', (size) => {
    const { grid, places } = layoutOf(size);
    expect(places).toHaveLength(size);
    const covered = places.flatMap(({ x, y, side }) =>
      Array.from({ length: side * side }, (_, i) => `${x + (i % side)},${y + Math.floor(i / side)}`),
    );
    expect(covered).toHaveLength(grid * grid);
    expect(new Set(covered).size).toBe(grid * grid);
  });

  test.each(SIZES)('of %i panes is reached whole by arrows', (size) => {
    const reached = new Set([0]);
    for (const index of reached) {
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) reached.add(neighbour(size, index, key));
    }
    expect(reached.size).toBe(size);
  });
});

describe('arrows', () => {
  test('stay at the edge', () => {
    expect(neighbour(9, 2, 'ArrowRight')).toBe(2);
    expect(neighbour(9, 0, 'ArrowUp')).toBe(0);
    expect(neighbour(9, 4, 'x')).toBe(4);
  });
  test('follow the grid', () => {
    expect(neighbour(9, 4, 'ArrowLeft')).toBe(3);
    expect(neighbour(9, 4, 'ArrowDown')).toBe(7);
  });
  test('go round the large pane of six', () => {
    // 0 0 1
    // 0 0 2
    // 3 4 5
    expect(neighbour(6, 0, 'ArrowRight')).toBe(1);
    expect(neighbour(6, 2, 'ArrowLeft')).toBe(0);
    expect(neighbour(6, 4, 'ArrowUp')).toBe(0);
    expect(neighbour(6, 0, 'ArrowDown')).toBe(3);
  });
  test('cross the middle of thirteen', () => {
    // 1 2 3 4
    // 5 0 0 6
    // 7 0 0 8
    // 9 . . 12
    expect(neighbour(13, 7, 'ArrowRight')).toBe(0);
    expect(neighbour(13, 0, 'ArrowLeft')).toBe(5);
    expect(neighbour(13, 0, 'ArrowUp')).toBe(2);
  });
});
