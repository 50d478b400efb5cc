import type { EMapMarker } from '../api/types';

/** The small pictures on markers. All are constants: no word of a user becomes markup. */

const svg = (path: string) => `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="currentColor"><path d="${path}"/></svg>`;

/** So that what is wrong is not told by its colour alone. */
export const CROSS = '<svg class="ly-map-cross" viewBox="0 0 12 12" width="11" height="11" aria-hidden="true"><circle cx="6" cy="6" r="6" fill="currentColor"/><path d="m4 4 4 4m0-4-4 4" stroke="#000" stroke-width="1.600"/></svg>';

/** An alarm is told by its shape too. */
export const BELL = '<svg class="ly-map-bell" viewBox="0 0 12 12" width="13" height="13" aria-hidden="true"><path d="M6 .8 11.500 11H.5Z" fill="currentColor"/><path d="M6 4v3.500m0 1v1" stroke="#000" stroke-width="1.300"/></svg>';

export const GLYPHS: Record<EMapMarker['kind'], string> = {
  CHANNEL: svg('M1.500 4h8a1 1 0 0 1 1 1v1.600l3.600-2.100v7l-3.600-2.100V11a1 1 0 0 1-1 1h-8a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1z'),
  INPUT: svg('M9.500 1 3 9h4l-.5 6L13 7H9z'),
  OUTPUT: svg('M7 1h2v7H7zm4 1.800A6 6 0 1 1 5 2.800v2.300a4 4 0 1 0 6 0z'),
  MAP: svg('M2 3h5v2H4.500l4 4L7 10.500l-4-4V9H1V3zm12 10H9v-2h2.500l-2-2L11 7.500l2 2V7h2v6z'),
};
