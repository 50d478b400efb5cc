import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel, StreamKind } from '../api/types';
import { CHANNEL_DRAG } from './ChannelTree';
import { PanePicture } from './PanePicture';
import { useDigitalZoom } from './useDigitalZoom';

export interface PaneActs {
  select: (index: number) => void;
  drop: (index: number, channelId: string) => void;
  maximise: (index: number) => void;
  remove: (index: number) => void;
  sound: (index: number) => void;
  snapshot: (channel: Channel) => void;
  /** Records on the server by hand, or ends that. */
  record: (channel: Channel) => void;
  playback: (channelId: string) => void;
}

interface Props {
  index: number;
  channelId: string | undefined;
  /** Undefined while devices load, and when the camera is gone. */
  channel: Channel | undefined;
  /** The CSS grid area of the pane. */
  area: string;
  stream: StreamKind;
  selected: boolean;
  maximised: boolean;
  sounding: boolean;
  acts: PaneActs;
}

/** One place of the wall. It takes the focus when selected, and a camera dropped on it. */
export const LivePane = memo(function LivePane({ index, channelId, channel, area, stream, selected, maximised, sounding, acts }: Props) {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const zoom = useDigitalZoom(root);
  const number = index + 1;
  const { reset } = zoom;

  useEffect(() => {
    const wall = root.current?.parentElement;
    if (selected && wall?.contains(document.activeElement) === true && root.current?.contains(document.activeElement) === false) {
      root.current.focus();
    }
  }, [selected]);
  useEffect(reset, [channelId, reset]);

  return (
    <div
      ref={root}
      role="group"
      className={`ly-pane${selected ? ' ly-selected' : ''}${zoom.view.scale > 1 ? ' ly-zoomed' : ''}`}
      style={{ gridArea: area }}
      tabIndex={selected ? 0 : -1}
      aria-label={channelId === undefined ? t('live.paneEmpty', { number }) : t('live.pane', { number, name: channel?.name ?? '' })}
      aria-current={selected}
      data-channel={channelId}
      onDoubleClick={() => acts.maximise(index)}
      onDragOver={(event) => event.dataTransfer.types.includes(CHANNEL_DRAG) && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        acts.drop(index, event.dataTransfer.getData(CHANNEL_DRAG));
      }}
      {...zoom.handlers}
      onPointerDown={(event) => {
        acts.select(index);
        zoom.handlers.onPointerDown(event);
      }}
    >
      {channelId === undefined ? (
        selected && <p className="ly-pane-why">{t('live.empty')}</p>
      ) : (
        <PanePicture key={channelId} {...{ index, channelId, channel, stream, maximised, sounding, acts, zoom: zoom.view, onResetZoom: reset }} />
      )}
    </div>
  );
});
