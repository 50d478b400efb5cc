import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../api/serverClock';
import { problemWords } from '../i18n/problemWords';
import { usePlaybackEngine } from '../recording/usePlaybackEngine';
import { clockText } from '../ui/format';
import { useNow } from '../ui/useNow';
import type { PictureProps } from './PanePicture';
import { usePaneHandle } from './paneHandles';
import { transformOf } from './zoomView';

const BACK = [30, 60, 300] as const;

type Props = PictureProps & { from: number; onReplay: (seconds: number) => void };

/** What the camera recorded a moment ago, in the pane itself; Escape or the button go back to live. */
export function PaneReplay({ index, channelId, channel, sounding, zoom, from, onResetZoom, onReplay }: Props) {
  const { t } = useTranslation();
  const { video, status, engine } = usePlaybackEngine(channelId, 'MAIN', from);
  useNow(1000);
  usePaneHandle(index, { resetZoom: onResetZoom, record: () => undefined, replay: onReplay });
  const behind = Math.max(0, Math.round((serverNow() - status.at) / 1000));
  return (
    <>
      <video ref={video} muted={!sounding} playsInline disablePictureInPicture data-status="playing" data-replay={status.phase} style={{ transform: transformOf(zoom) }} />
      {status.phase === 'failed' && <p className="ly-pane-why">{problemWords(t, status.problem)}</p>}
      {status.phase === 'loading' && <p className="ly-pane-why">{t('playback.phase.loading')}</p>}
      {status.phase === 'end' && <p className="ly-pane-why">{t('live.replayEnd')}</p>}
      <div className="ly-pane-caption">
        <span className="ly-pane-name">{channel?.name}</span>
        <span className="ly-pane-replaying">{t('live.replaying', { time: clockText(status.at), seconds: behind })}</span>
      </div>
      <div className="ly-pane-acts ly-pane-acts-shown" onDoubleClick={(event) => event.stopPropagation()}>
        {BACK.map((seconds) => (
          <Button key={seconds} variant="plain" onClick={() => engine?.seek(serverNow() - seconds * 1000, true)}>
            {seconds < 60 ? t('live.secondsAgo', { seconds }) : t('live.minutesAgo', { minutes: seconds / 60 })}
          </Button>
        ))}
        <Button variant="plain" title="Esc" onClick={() => onReplay(0)}>{t('live.backToLive')}</Button>
      </div>
    </>
  );
}
