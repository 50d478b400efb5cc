import type { Channel, StreamKind } from '../api/types';
import { layoutOf, type Size } from './layouts';

/** Below so many CSS pixels a pane shows no more than a sub stream has. */
const SMALL = 640;

export function hasSub(channel: Channel | undefined): boolean {
  return channel?.streams.some((s) => s.kind === 'SUB') ?? false;
}

/**
 * Which stream a pane asks for: the sub stream where the main one would only cost (small panes, many panes), the main
 * stream when maximised, and always the one there is.
 */
export function streamFor(pane: { width: number; size: Size; maximised: boolean; hasSub: boolean }): StreamKind {
  if (!pane.hasSub || pane.maximised || pane.size === 1) return 'MAIN';
  return pane.size > 4 || pane.width < SMALL ? 'SUB' : 'MAIN';
}

/** Width of a pane on a wall of that width. */
export function paneWidth(wallWidth: number, size: Size, index: number): number {
  const { grid, places } = layoutOf(size);
  return (wallWidth * (places[index]?.side ?? 1)) / grid;
}
