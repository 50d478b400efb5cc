import { Button } from '@patternfly/react-core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { StreamKind } from '../api/types';
import { problemWords, reasonWords } from '../i18n/problemWords';
import { clockText, dayText } from '../ui/format';
import type { PlaybackStatus, Skip } from './playbackStatus';

interface Props {
  video: RefObject<HTMLVideoElement | null>;
  name: string;
  stream: StreamKind;
  status: PlaybackStatus;
  muted: boolean;
  /** Digital zoom as a CSS transform. */
  transform: string;
  onToggle: (() => void) | undefined;
  onRetry: () => void;
}

/** The picture, with what it shows and when in its caption, and words when there is nothing to show. */
export function PlaybackPicture({ video, name, stream, status, muted, transform, onToggle, onRetry }: Props) {
  const { t } = useTranslation();
  const why = whyNoPicture(status);
  return (
    <div className="ly-playback-picture" data-phase={status.phase}>
      <video ref={video} muted={muted} playsInline disablePictureInPicture data-at={status.phase === 'ready' ? status.at : undefined} style={{ transform }} onClick={onToggle} />
      <div className="ly-pane-caption">
        <span className="ly-pane-name">{name}</span>
        {stream === 'SUB' && <span className="ly-pane-tag">{t('live.sub')}</span>}
        {status.phase !== 'idle' && <time className="ly-playback-osd">{dayText(status.at)} {clockText(status.at)}</time>}
      </div>
      {status.phase === 'idle' && (
        <div className="ly-pane-why">
          <p>{t('playback.pick')}</p>
          <p>{t('playback.pickText')}</p>
        </div>
      )}
      {why !== undefined && (
        <div className="ly-playback-note" role="status">
          {why === 'failed' ? t('playback.phase.failed', { detail: problemWords(t, status.problem) }) : t(`playback.phase.${why}`)}
          {why === 'failed' && <Button variant="secondary" onClick={onRetry}>{t('playback.retry')}</Button>}
        </div>
      )}
      {status.skip && why === undefined && <SkipNote skip={status.skip} />}
    </div>
  );
}

function whyNoPicture(status: PlaybackStatus): 'loading' | 'end' | 'failed' | undefined {
  return status.phase === 'loading' || status.phase === 'end' || status.phase === 'failed' ? status.phase : undefined;
}

function SkipNote({ skip }: { skip: Skip }) {
  const { t } = useTranslation();
  const from = clockText(skip.from);
  const to = clockText(skip.to);
  const reason = reasonWords(t, skip.reason);
  return (
    <div className="ly-playback-note" role="status">
      {reason === '' ? t('playback.skipped', { from, to }) : t('playback.skippedBecause', { from, to, reason })}
    </div>
  );
}
