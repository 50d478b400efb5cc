import { describe, expect, test } from 'vitest';
import { paneWidth, streamFor } from './streamChoice';

const pane = { width: 800, size: 4, maximised: false, hasSub: true } as const;

describe('a pane asks for', () => {
  test('the main stream when large, maximised or alone', () => {
    expect(streamFor(pane)).toBe('MAIN');
    expect(streamFor({ ...pane, width: 100, maximised: true })).toBe('MAIN');
    expect(streamFor({ ...pane, width: 300, size: 1 })).toBe('MAIN');
  });
  test('the sub stream when small or one of many', () => {
    expect(streamFor({ ...pane, width: 639 })).toBe('SUB');
    expect(streamFor({ ...pane, size: 9 })).toBe('SUB');
  });
  test('the only stream there is', () => expect(streamFor({ ...pane, size: 64, hasSub: false })).toBe('MAIN'));
});

test('the large pane of a mosaic is wider', () => {
  expect([0, 1].map((i) => paneWidth(1200, 6, i))).toEqual([800, 400]);
});
