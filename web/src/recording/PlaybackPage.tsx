import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { firstChannelsQuery, useChannels } from '../api/channelQueries';
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
  const first = useQuery(firstChannelsQuery);
  const ids = useMemo(
    () => (state.channelIds.length > 0 ? state.channelIds : (first.data ?? []).slice(0, 1).map((c) => c.id)),
    [first.data, state.channelIds],
  );
  const { found: shown, pending, error } = useChannels(ids);
  const change = useCallback(
    (next: Partial<PlaybackState>) => setParams((old) => writePlayback({ ...readPlayback(old), ...next })),
    [setParams],
  );
  const failed = first.error ?? error;
  if (first.data === undefined || first.data.length === 0 || (pending && shown.length === 0)) {
    return (
      <>
        <PageBar title={t('playback.title')} />
        {(first.isPending || (pending && failed === null)) && <Loading />}
        {failed !== null && <ProblemNotice error={failed} onRetry={() => void first.refetch()} />}
        {first.data?.length === 0 && <Empty title={t('live.noCameras')} />}
      </>
    );
  }
  const list = (
    <ChannelTree
      chosen={new Set(ids)}
      onPlace={(channel) => change({ channelIds: [channel.id] })}
      onToggle={(channelId) => change({ channelIds: toggleChannel(ids, channelId) })}
    />
  );
  if (shown.length === 0) {
    return (
      <div className="ly-playback">
        <div className="ly-playback-side">{list}</div>
        <div className="ly-playback-main">
          <PageBar title={t('playback.title')} />
          <Empty title={t('live.gone')} text={t('playback.chooseCamera')} />
        </div>
      </div>
    );
  }
  return <PlaybackView channels={shown} state={state} change={change} list={list} />;
}
