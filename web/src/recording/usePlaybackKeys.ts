import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useShortcuts } from '../ui/shortcuts';
import type { PlaybackStatus } from './playbackStatus';
import { nextRate, reversed } from './rates';

interface Acts {
  toggle: () => void;
  jump: (seconds: number) => unknown;
  step: (frames: number) => void;
  rate: (rate: number) => void;
  sound: () => void;
  zoom: (factor: number) => void;
  mark: (what: 'gap' | 'event', direction: 1 | -1) => void;
  day: (step: number) => void;
  start: () => unknown;
  end: () => unknown;
  tag: () => void;
  exportClip: () => unknown;
  typeTime: () => void;
  fullScreen: () => void;
  snapshot: () => void;
}

export function usePlaybackKeys(acts: Acts, status: PlaybackStatus, channelId: string): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const speed = (key: string) => {
    if (key === 'k') acts.toggle();
    else acts.rate(nextRate(status.rate, key === 'l' ? 1 : -1));
  };
  useShortcuts('page', [
    { keys: [' '], label: t('help.playPause'), run: acts.toggle },
    { keys: ['j', 'k', 'l'], label: t('help.slowerFaster'), run: speed },
    { keys: ['J'], label: t('help.reverse'), run: () => acts.rate(reversed(status.rate)) },
    { keys: ['1'], label: t('help.normalSpeed'), run: () => acts.rate(1) },
    { keys: ['ArrowLeft', 'ArrowRight'], label: t('help.step10'), run: (key) => acts.jump(key === 'ArrowLeft' ? -10 : 10) },
    { keys: [',', '.'], label: t('help.frame'), run: (key) => acts.step(key === ',' ? -1 : 1) },
    { keys: ['+', '-'], label: t('help.zoom'), run: (key) => acts.zoom(key === '+' ? 0.5 : 2) },
    { keys: ['[', ']'], label: t('help.clip'), run: (key) => void (key === '[' ? acts.start() : acts.end()) },
    { keys: ['PageUp', 'PageDown'], label: t('help.days'), run: (key) => acts.day(key === 'PageUp' ? -1 : 1) },
    { keys: ['n', 'N'], label: t('help.gaps'), run: (key) => acts.mark('gap', key === 'n' ? 1 : -1) },
    { keys: ['e', 'E'], label: t('help.events'), run: (key) => acts.mark('event', key === 'e' ? 1 : -1) },
    { keys: ['t'], label: t('help.tag'), run: acts.tag },
    { keys: ['x'], label: t('help.export'), run: acts.exportClip },
    { keys: ['g t'], label: t('help.jump'), run: acts.typeTime },
    { keys: ['s'], label: t('help.sound'), run: acts.sound },
    { keys: ['c'], label: t('help.snapshot'), run: acts.snapshot },
    { keys: ['f'], label: t('help.fullScreen'), run: acts.fullScreen },
    { keys: ['v'], label: t('help.toLive'), run: () => void navigate(`/live?n=1&c=${channelId}`) },
  ]);
}
