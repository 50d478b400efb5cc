import CloseIcon from '@patternfly/react-icons/dist/esm/icons/times-icon';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel, StreamKind } from '../api/types';
import { useDigitalZoom } from '../live/useDigitalZoom';
import { transformOf } from '../live/zoomView';
import { clockText } from '../ui/format';
import { IconButton } from '../ui/IconButton';
import type { Range } from './days';
import { PlaybackPicture } from './PlaybackPicture';
import { usePlaybackEngine, type Lead } from './usePlaybackEngine';

interface Props {
  channel: Channel;
  stream: StreamKind;
  lead: Lead;
  /** One of several: it is chosen by a click and can be taken away. */
  several: boolean;
  selected: boolean;
  muted: boolean;
  /** The stretch without recordings the common clock is in. */
  gap: Range | undefined;
  onSelect: () => void;
  onRemove: () => void;
  onToggle: () => void;
}

/** One camera of the playback, with its own picture and the common time. */
export function PlaybackPane({ channel, stream, lead, several, selected, muted, gap, onSelect, onRemove, onToggle }: Props) {
  const { t } = useTranslation();
  const { video, status, engine } = usePlaybackEngine(channel.id, stream, undefined, lead);
  const frame = useRef<HTMLDivElement>(null);
  const zoom = useDigitalZoom(frame);
  return (
    <div
      ref={frame}
      role="group"
      aria-label={channel.name}
      aria-current={several ? selected : undefined}
      className={`ly-playback-pane${several && selected ? ' ly-selected' : ''}`}
      data-channel={channel.id}
      {...zoom.handlers}
      onPointerDown={(event) => {
        onSelect();
        zoom.handlers.onPointerDown(event);
      }}
      onDoubleClick={zoom.reset}
    >
      <PlaybackPicture
        video={video}
        name={channel.name}
        stream={stream}
        status={status}
        muted={muted}
        transform={transformOf(zoom.view)}
        onToggle={several || zoom.view.scale > 1 ? undefined : onToggle}
        onRetry={() => engine?.seek(status.at, true)}
      />
      {gap && (
        <p className="ly-pane-why ly-pane-gap">
          {Number.isFinite(gap.to) ? t('playback.waitsUntil', { time: clockText(gap.to) }) : t('playback.nothingMore')}
        </p>
      )}
      {several && <IconButton className="ly-playback-remove" label={t('playback.removeCamera', { name: channel.name })} icon={<CloseIcon />} onClick={onRemove} />}
    </div>
  );
}
