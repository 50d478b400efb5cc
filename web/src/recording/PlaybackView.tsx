import CameraIcon from '@patternfly/react-icons/dist/esm/icons/camera-icon';
import ExpandIcon from '@patternfly/react-icons/dist/esm/icons/expand-arrows-alt-icon';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Channel } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { saveSnapshot } from '../live/saveSnapshot';
import { IconButton } from '../ui/IconButton';
import { Notice } from '../ui/Notice';
import { PageBar } from '../ui/PageBar';
import { useNow } from '../ui/useNow';
import { Calendar } from './Calendar';
import { LONGEST_CLIP, withEnd, withStart } from './clip';
import { ClipBar } from './ClipBar';
import { DayPicker } from './DayPicker';
import { dayRange, sameTimeDaysLater, startOfDay, type Range } from './days';
import { PlaybackPicture } from './PlaybackPicture';
import type { PlaybackState } from './playbackState';
import { TimeJump } from './TimeJump';
import { Timeline } from './Timeline';
import { follow, zoom } from './timelineView';
import { TransportBar } from './TransportBar';
import { usePlaybackEngine } from './usePlaybackEngine';
import { usePlaybackKeys } from './usePlaybackKeys';
import { useRecorded } from './useRecorded';

interface Props {
  channel: Channel;
  state: PlaybackState;
  change: (next: Partial<PlaybackState>) => void;
  list: ReactNode;
}

/** Playback of one camera: picture, transport, timeline, clip. */
export function PlaybackView({ channel, state, change, list }: Props) {
  const { t } = useTranslation();
  const now = useNow(5_000);
  const { video, status, engine } = usePlaybackEngine(channel.id, state.at);
  const [view, setView] = useState<Range>(() => dayRange(state.at ?? now));
  const [muted, setMuted] = useState(true);
  const [failed, setFailed] = useState<unknown>();
  const picture = useRef<HTMLDivElement>(null);
  const jump = useRef<HTMLInputElement>(null);
  const { recorded, error, loading } = useRecorded(channel.id, view);
  const aroundClip = useRecorded(channel.id, state.clip !== undefined && state.clip.to - state.clip.from <= LONGEST_CLIP ? state.clip : view);
  const at = status.phase === 'idle' ? undefined : status.at;
  const day = startOfDay(at ?? (view.from + view.to) / 2);

  useFollow(at, view, setView);
  useAddress(status.at, status.playing, status.phase === 'idle', change);

  const seek = (to: number) => {
    const target = Math.min(to, now - 1000);
    engine?.seek(target, status.phase === 'idle' ? true : status.playing);
    change({ channelId: channel.id, at: target });
  };
  const go = (to: number) => {
    setView((old) => (to >= old.from && to < old.to ? old : old.to - old.from > 20 * 3_600_000 ? dayRange(to) : follow(old, to)));
    seek(to);
  };
  const goDay = (start: number) => {
    setView(dayRange(start));
    seek(start);
  };
  const clip = (next: Range | undefined) => change({ channelId: channel.id, clip: next });
  const acts = {
    toggle: () => (status.playing ? engine?.pause() : engine?.play()),
    jump: (seconds: number) => at !== undefined && go(at + seconds * 1000),
    step: (frames: number) => engine?.step(frames),
    rate: (rate: number) => engine?.setRate(rate),
    sound: () => setMuted(!muted),
    zoom: (factor: number) => setView((old) => zoom(old, factor, at !== undefined && at >= old.from && at < old.to ? at : (old.from + old.to) / 2)),
    wholeDay: () => setView(dayRange(day)),
    day: (step: number) => (at === undefined ? setView(dayRange(sameTimeDaysLater(day, step))) : go(sameTimeDaysLater(at, step))),
    start: () => at !== undefined && clip(withStart(state.clip, at)),
    end: () => at !== undefined && clip(withEnd(state.clip, at)),
    typeTime: () => jump.current?.focus(),
    fullScreen: () => void (document.fullscreenElement ? document.exitFullscreen() : picture.current?.requestFullscreen()),
    snapshot: () => {
      setFailed(undefined);
      if (at !== undefined) saveSnapshot(channel.id, channel.name, at, true).catch(setFailed);
    },
  };
  usePlaybackKeys(acts, status, channel.id);
  const hasSound = channel.streams.some((s) => s.kind === 'MAIN' && s.audioCodec === 'AAC');

  return (
    <div className="ly-playback">
      <div className="ly-playback-side">
        {list}
        <Calendar channelId={channel.id} day={day} today={startOfDay(now)} onDay={goDay} />
      </div>
      <div className="ly-playback-main">
        <PageBar
          title={t('playback.title')}
          actions={
            <>
              <Link className="ly-to-live" to={`/live?n=1&c=${channel.id}`} title="V">{t('playback.live')}</Link>
              <IconButton label={t('playback.snapshot')} shortcut="C" icon={<CameraIcon />} disabled={at === undefined} onClick={acts.snapshot} />
              <IconButton label={t('playback.fullScreen')} shortcut="F" icon={<ExpandIcon />} onClick={acts.fullScreen} />
            </>
          }
        >
          <DayPicker day={day} today={startOfDay(now)} onStep={acts.day} onToday={() => goDay(startOfDay(now))} />
          <TimeJump day={day} now={now} inputRef={jump} onJump={go} />
        </PageBar>
        {failed !== undefined && <Notice kind="danger" title={problemWords(t, failed)} />}
        {error !== undefined && error !== null && <Notice kind="danger" title={problemWords(t, error)} />}
        <div ref={picture} className="ly-playback-room">
          <PlaybackPicture video={video} name={channel.name} status={status} muted={muted} onToggle={acts.toggle} onRetry={() => engine?.seek(status.at)} />
        </div>
        <TransportBar status={status} view={view} sound={hasSound ? !muted : undefined} acts={acts} />
        <Timeline view={view} recorded={recorded} known={!loading && !error} at={at} now={now} clip={state.clip} onView={setView} onSeek={seek} onClip={clip} />
        <ClipBar channelId={channel.id} clip={state.clip} recorded={aroundClip.loading ? undefined : aroundClip.recorded} ready={at !== undefined} onStart={acts.start} onEnd={acts.end} onClear={() => clip(undefined)} />
      </div>
    </div>
  );
}

/** Turns the page of the timeline when the playhead runs out of it; not when the user has looked elsewhere. */
function useFollow(at: number | undefined, view: Range, setView: (view: Range) => void): void {
  const before = useRef(at);
  useEffect(() => {
    const inside = (time: number | undefined) => time !== undefined && time >= view.from && time < view.to;
    if (at !== undefined && inside(before.current) && !inside(at)) setView(follow(view, at));
    before.current = at;
  }, [at, view, setView]);
}

/** Keeps the time in the address, when it stands still and every few seconds while it runs. */
function useAddress(at: number, playing: boolean, idle: boolean, change: (next: Partial<PlaybackState>) => void): void {
  const coarse = playing ? Math.floor(at / 5000) * 5000 : Math.round(at);
  useEffect(() => {
    if (!idle) change({ at: coarse });
  }, [coarse, idle, change]);
}
