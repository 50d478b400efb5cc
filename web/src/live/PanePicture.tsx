import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../api/serverClock';
import type { Channel, StreamKind } from '../api/types';
import { Shape } from '../ui/Mark';
import type { PaneActs } from './LivePane';
import { LiveWhy } from './LiveWhy';
import { mayMove, PaneButtons, type Panel } from './PaneButtons';
import { usePaneHandle } from './paneHandles';
import { hasSub } from './streamChoice';
import { useLivePlayer } from './useLivePlayer';
import { transformOf, type ZoomView } from './zoomView';

const OutputsPanel = lazy(async () => ({ default: (await import('./control/OutputsPanel')).OutputsPanel }));
const PaneControl = lazy(async () => ({ default: (await import('./control/PaneControl')).PaneControl }));
const TalkPanel = lazy(async () => ({ default: (await import('./talk/TalkPanel')).TalkPanel }));
const PaneReplay = lazy(async () => ({ default: (await import('./PaneReplay')).PaneReplay }));

export interface PictureProps {
  index: number;
  channelId: string;
  channel: Channel | undefined;
  stream: StreamKind;
  maximised: boolean;
  sounding: boolean;
  acts: PaneActs;
  zoom: ZoomView;
  onResetZoom: () => void;
}

/** The picture of a camera with its caption and its acts: live, or what was a moment ago. */
export function PanePicture(props: PictureProps) {
  const [replayFrom, setReplayFrom] = useState<number>();
  const replay = (seconds: number) => setReplayFrom(seconds === 0 ? undefined : serverNow() - seconds * 1000);
  return replayFrom === undefined ? (
    <LivePicture {...props} onReplay={replay} />
  ) : (
    <Suspense><PaneReplay key={replayFrom} {...props} from={replayFrom} onReplay={replay} /></Suspense>
  );
}

function LivePicture(props: PictureProps & { onReplay: (seconds: number) => void }) {
  const { index, channelId, channel, sounding, zoom, onResetZoom, onReplay } = props;
  const { t } = useTranslation();
  const [unplayable, setUnplayable] = useState(false);
  const [panel, setPanel] = useState<Panel>();
  // A main stream this browser cannot decode (H.265) is replaced by the sub stream when there is one, else converted.
  const instead = unplayable && hasSub(channel);
  const stream = instead ? 'SUB' : props.stream;
  const live = useLivePlayer(channelId, channel?.name ?? '', stream, stream === 'SUB' || !hasSub(channel), sounding);
  const { status, dropped } = live;
  if (status.kind === 'unsupported' && stream === 'MAIN' && !unplayable && hasSub(channel)) setUnplayable(true);
  usePaneHandle(index, { resetZoom: onResetZoom, record: live.toggleRecording, replay: onReplay });
  const recording = channel?.recording.state;
  return (
    <>
      <video
        ref={live.video}
        muted={!sounding}
        playsInline
        disablePictureInPicture
        data-status={status.kind}
        data-stream={stream}
        style={{ transform: transformOf(zoom) }}
      />
      {status.kind !== 'playing' && <LiveWhy status={status} onRetry={live.retry} />}
      <div className="ly-pane-caption">
        <span className="ly-pane-name">{channel?.name}</span>
        {zoom.scale > 1 && <span className="ly-pane-tag">{zoom.scale.toFixed(1)}×</span>}
        {instead && <span className="ly-pane-tag" title={t('live.subInstead')}>{t('live.sub')}</span>}
        {status.kind === 'playing' && status.converted && <span className="ly-pane-tag" title={t('live.convertedTo')}>H.264</span>}
        {dropped > 0 && <span className="ly-pane-note" title={t('live.dropped', { frames: dropped })}>▾ {dropped}</span>}
        {live.recordingSince !== undefined && (
          <span className="ly-pane-local" title={t('live.savingFile')}>{t('live.file')}</span>
        )}
        {(recording === 'RECORDING' || recording === 'INTERRUPTED') && (
          <span className={`ly-rec ly-rec-${recording.toLowerCase()}`} title={t(`recording.${recording}`)}>
            <Shape tone={recording === 'RECORDING' ? 'ok' : 'major'} />
            {t('recording.rec')}
          </span>
        )}
      </div>
      <Suspense>
        {panel === 'move' && channel && mayMove(channel) && <PaneControl channel={channel} video={live.video} onClose={() => setPanel(undefined)} />}
        {panel === 'outputs' && <OutputsPanel channelId={channelId} onClose={() => setPanel(undefined)} />}
        {panel === 'talk' && <TalkPanel channelId={channelId} onClose={() => setPanel(undefined)} />}
      </Suspense>
      <PaneButtons {...props} live={live} panel={panel} onPanel={setPanel} />
    </>
  );
}
