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
      return [t('live.unsupported', { codec: codecName(status.mime) }), status.why === undefined ? '' : reasonWords(t, { code: status.why, text: '' })].join(' ').trim();
    case 'refused':
      return status.problem.status === 404 ? t('live.gone') : status.problem.status === 403 ? t('live.noRight') : problemWords(t, status.problem);
  }
}

const CODEC_NAMES: Record<string, string> = { avc1: 'H.264', avc3: 'H.264', hvc1: 'H.265', hev1: 'H.265', jpeg: 'Motion JPEG' };

/** The name by which cameras are set up; the type itself when it is not one of these. */
function codecName(mime: string): string {
  const codec = /codecs="([^",]*)/.exec(mime)?.[1] ?? mime;
  return CODEC_NAMES[codec.split('.', 1)[0] ?? ''] ?? codec;
}
