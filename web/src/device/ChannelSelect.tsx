import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { channelsFoundQuery } from '../api/channelQueries';
import { FindOne, type Found } from '../ui/FindOne';
import { useSettled } from '../ui/useSettled';

interface Props {
  label: string;
  onChoose: (channel: Found) => void;
  /** Channels that are not offered. */
  without?: ReadonlySet<string>;
  /** What is chosen now. */
  value?: string;
  /** A word for no choice; it chooses the empty id. */
  none?: string;
}

/** Chooses a channel by words of its name or that of its device or site; the center searches. */
export function ChannelSelect({ label, onChoose, without, ...shown }: Props) {
  const [query, setQuery] = useState<string>();
  const q = useSettled((query ?? '').trim());
  const { data } = useQuery({ ...channelsFoundQuery(q), enabled: query !== undefined });
  const found = useMemo(() => data?.filter((channel) => !(without?.has(channel.id) ?? false)), [data, without]);
  return <FindOne label={label} find={() => found} onQuery={setQuery} onChoose={onChoose} {...shown} />;
}
