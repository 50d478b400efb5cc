import type { RefObject } from 'react';
import type { Channel, StreamKind } from '../api/types';
import type { GroupStatus } from './PlaybackGroup';
import { PlaybackPane } from './PlaybackPane';
import type { Lead } from './usePlaybackEngine';

interface Props {
  room: RefObject<HTMLDivElement | null>;
  channels: readonly Channel[];
  stream: StreamKind;
  status: GroupStatus;
  leadOf: (id: string) => Lead;
  muted: boolean;
  selected: string;
  onSelect: (id: string) => void;
  onRemove: (id: string) => void;
  onToggle: () => void;
}

/** The pictures of playback: as many columns as rows, as far as the number allows. */
export function PlaybackGrid({ room, channels, stream, status, leadOf, muted, selected, onSelect, onRemove, onToggle }: Props) {
  const columns = Math.ceil(Math.sqrt(channels.length));
  return (
    <div ref={room} className="ly-playback-room" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
      {channels.map((channel) => (
        <PlaybackPane
          key={channel.id}
          channel={channel}
          stream={stream}
          lead={leadOf(channel.id)}
          several={channels.length > 1}
          selected={channel.id === selected}
          muted={muted || channel.id !== selected}
          gap={status.gaps.get(channel.id)}
          onSelect={() => onSelect(channel.id)}
          onRemove={() => onRemove(channel.id)}
          onToggle={onToggle}
        />
      ))}
    </div>
  );
}
