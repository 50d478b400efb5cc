import type { T } from '../i18n';
import { problemWords, reasonWords } from '../i18n/problemWords';
import type { LiveStatus } from './LivePlayer';

/** Why a pane is black, in words; empty while it plays. */
export function statusWords(t: T, status: LiveStatus, now: number): string {
  switch (status.kind) {
    case 'playing':
      return '';
    case 'connecting':
      return t('live.connecting');
    case 'waiting':
      return t('live.waitingForPicture');
    case 'paused':
      return t('live.paused');
    case 'decoder':
      return t('live.decoder');
    case 'offline': {
      const reason = reasonWords(t, status.reason);
      return reason === '' ? t('live.offline') : `${t('live.offline')} · ${reason}`;
    }
    case 'reconnecting':
      return t('live.reconnecting', { seconds: Math.max(0, Math.ceil((status.at - now) / 1000)) });
    case 'unsupported':
      return t('live.unsupported', { codec: /codecs="([^"]*)"/.exec(status.mime)?.[1] ?? status.mime });
    case 'refused':
      return status.problem.status === 404 ? t('live.gone') : status.problem.status === 403 ? t('live.noRight') : problemWords(t, status.problem);
  }
}
