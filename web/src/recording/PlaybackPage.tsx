import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { devicesQuery } from '../api/queries';
import { ChannelTree } from '../live/ChannelTree';
import { Empty } from '../ui/Empty';
import { Loading } from '../ui/Loading';
import { PageBar } from '../ui/PageBar';
import { ProblemNotice } from '../ui/ProblemNotice';
import { useAddressParams } from '../ui/useAddressParams';
import './playback.css';
import { readPlayback, toggleChannel, writePlayback, type PlaybackState } from './playbackState';
import { PlaybackView } from './PlaybackView';

/** Recordings of up to sixteen cameras at one time; cameras, time and clip are in the address. */
export function PlaybackPage() {
  const { t } = useTranslation();
  const [params, setParams] = useAddressParams();
  const state = useMemo(() => readPlayback(params), [params]);
  const devices = useQuery(devicesQuery);
  const channels = devices.data?.flatMap((d) => d.channels);
  const shown = useMemo(() => {
    const all = devices.data?.flatMap((d) => d.channels) ?? [];
    return state.channelIds.length === 0 ? all.slice(0, 1) : state.channelIds.flatMap((id) => all.find((c) => c.id === id) ?? []);
  }, [devices.data, state.channelIds]);
  const change = useCallback(
    (next: Partial<PlaybackState>) => setParams((old) => writePlayback({ ...readPlayback(old), ...next })),
    [setParams],
  );
  if (devices.data === undefined || channels === undefined || channels.length === 0) {
    return (
      <>
        <PageBar title={t('playback.title')} />
        {devices.isPending && <Loading />}
        {devices.error && <ProblemNotice error={devices.error} onRetry={() => void devices.refetch()} />}
        {channels?.length === 0 && <Empty title={t('live.noCameras')} />}
      </>
    );
  }
  const ids = shown.map((c) => c.id);
  const list = (
    <ChannelTree
      devices={devices.data}
      chosen={new Set(ids)}
      onPlace={(channelId) => change({ channelIds: [channelId] })}
      onToggle={(channelId) => change({ channelIds: toggleChannel(ids, channelId) })}
    />
  );
  if (shown.length === 0) {
    return (
      <div className="ly-playback">
        <div className="ly-playback-side">{list}</div>
        <Empty title={t('live.gone')} text={t('playback.chooseCamera')} />
      </div>
    );
  }
  return <PlaybackView channels={shown} state={state} change={change} list={list} />;
}
