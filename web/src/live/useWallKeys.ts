import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../api/types';
import { useShortcuts } from '../ui/shortcuts';
import { SIZES } from './layouts';
import type { PaneActs } from './LivePane';
import type { PaneHandles } from './paneHandles';
import { move, resize, type Wall } from './wallState';

interface Keys {
  wall: Wall;
  newest: () => Wall;
  change: (next: (wall: Wall) => Wall) => void;
  acts: PaneActs;
  byId: ReadonlyMap<string, Channel>;
  fullScreen: () => void;
  handles: PaneHandles;
}

/** The keyboard of the wall. Keys mean the newest wall, painted or not. */
export function useWallKeys({ wall, newest, change, acts, byId, fullScreen, handles }: Keys): void {
  const { t } = useTranslation();
  const withCamera = (act: (channel: Channel) => void) => () => {
    const { cells, selected } = newest();
    const channel = byId.get(cells[selected] ?? '');
    if (channel !== undefined) act(channel);
  };
  const pane = () => handles.get(newest().selected);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current && isFree(document.activeElement)) document.querySelector<HTMLElement>('.ly-pane.ly-selected')?.focus();
    moved.current = false;
  }, [wall.selected]);
  useShortcuts('page', [
    {
      keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
      label: t('help.layout'),
      run: (key) => change((w) => resize(w, SIZES[Number(key) - 1] ?? 4)),
    },
    {
      keys: ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight'],
      label: t('help.movePane'),
      run: (key) => {
        moved.current = true;
        change((w) => move(w, key));
      },
    },
    { keys: ['m', 'Enter'], label: t('help.maximise'), run: () => acts.maximise(newest().selected) },
    { keys: ['f'], label: t('help.fullScreen'), run: fullScreen },
    { keys: ['p'], label: t('help.toPlayback'), run: withCamera((channel) => acts.playback(channel.id)) },
    { keys: ['i'], label: t('help.replay'), run: () => pane()?.replay(30) },
    { keys: ['s'], label: t('help.sound'), run: () => acts.sound(newest().selected) },
    { keys: ['c'], label: t('help.snapshot'), run: withCamera(acts.snapshot) },
    { keys: ['R'], label: t('help.recordServer'), run: withCamera(acts.record) },
    { keys: ['r'], label: t('help.recordFile'), run: () => pane()?.record() },
    {
      keys: ['0', 'Escape'],
      label: t('help.resetPane'),
      run: (key) => {
        pane()?.resetZoom();
        if (key === 'Escape') pane()?.replay(0);
      },
    },
    { keys: ['Delete'], label: t('help.removePane'), run: () => acts.remove(newest().selected) },
  ]);
}

/** Whether the pane may take the focus: the wall is painted a moment after its key, and by then the user may be typing elsewhere. */
function isFree(focused: Element | null): boolean {
  return focused === null || focused === document.body || focused.closest('.ly-pane') !== null;
}
