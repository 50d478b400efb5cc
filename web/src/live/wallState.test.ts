import { describe, expect, test } from 'vitest';
import { clear, fill, move, place, placeNext, readWall, remove, resize, sizeFor, writeWall, type Wall } from './wallState';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const empty = readWall(new URLSearchParams());
const ids = (wall: Wall) => wall.cells.slice(0, wall.size);

describe('the address', () => {
  test('keeps the whole wall, also panes a smaller grid hides', () => {
    const wall: Wall = { ...fill(resize(empty, 9), [1, 2, 3, 4, 5, 6].map(id)), size: 4, selected: 2, maximised: true };
    expect(readWall(writeWall(wall))).toEqual(wall);
  });

  test('is short for an empty wall', () => expect(writeWall(empty).toString()).toBe('n=4'));

  test('survives nonsense', () => {
    const wall = readWall(new URLSearchParams('n=7&c=x,,<script>&p=99&max=1'));
    expect(wall).toEqual({ ...empty, maximised: true });
    expect(readWall(new URLSearchParams('n=1&max=1')).maximised).toBe(false);
  });
});

describe('placing', () => {
  test('moves a camera that is already shown by changing places', () => {
    const wall = fill(empty, [1, 2, 3].map(id));
    expect(ids(place(wall, 0, id(3)))).toEqual([id(3), id(2), id(1), undefined]);
  });

  test('takes a camera out of a hidden pane', () => {
    const wall = resize(fill(resize(empty, 9), [1, 2, 3, 4, 5].map(id)), 4);
    const placed = place(wall, 0, id(5));
    expect(placed.cells.filter((c) => c === id(5))).toHaveLength(1);
    expect(placed.cells[0]).toBe(id(5));
  });

  test('goes on to the next empty pane', () => {
    const two = placeNext(placeNext(empty, id(1)), id(2));
    expect(ids(two)).toEqual([id(1), id(2), undefined, undefined]);
    expect(two.selected).toBe(2);
  });

  test('fills only empty panes with cameras not yet shown', () => {
    const wall = place(empty, 1, id(2));
    expect(ids(fill({ ...wall, selected: 0 }, [1, 2, 3, 4, 5].map(id)))).toEqual([id(1), id(2), id(3), id(4)]);
  });

  test('removing and clearing leave places', () => {
    const wall = fill(empty, [1, 2].map(id));
    expect(ids(remove(wall, 0))).toEqual([undefined, id(2), undefined, undefined]);
    expect(clear(wall).cells.every((c) => c === undefined)).toBe(true);
  });
});

test('arrows move the selection', () => {
  expect(move(resize(empty, 9), 'ArrowDown').selected).toBe(3);
  expect(move({ ...resize(empty, 13), selected: 1 }, 'ArrowDown').selected).toBe(5);
});

test('a smaller layout keeps the selection inside', () => {
  expect(resize({ ...resize(empty, 64), selected: 60 }, 6).selected).toBe(5);
});

test('the grid fits the cameras', () => {
  expect([0, 1, 2, 4, 5, 9, 10, 500].map(sizeFor)).toEqual([1, 1, 4, 4, 9, 9, 16, 64]);
});
