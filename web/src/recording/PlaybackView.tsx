import CameraIcon from '@patternfly/react-icons/dist/esm/icons/camera-icon';
import TagIcon from '@patternfly/react-icons/dist/esm/icons/tag-icon';
import ExpandIcon from '@patternfly/react-icons/dist/esm/icons/expand-arrows-alt-icon';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Channel } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { ExportDialog } from '../job/ExportDialog';
import { hasSound } from '../live/PaneButtons';
import { saveSnapshot } from '../live/saveSnapshot';
import { hasSub } from '../live/streamChoice';
import { IconButton } from '../ui/IconButton';
import { Notice } from '../ui/Notice';
import { PageBar } from '../ui/PageBar';
import '../ui/page.css';
import { useNow } from '../ui/useNow';
import { Calendar } from './Calendar';
import { LONGEST_CLIP, withEnd, withStart } from './clip';
import { ClipBar } from './ClipBar';
import { DayPicker } from './DayPicker';
import { dayRange, sameTimeDaysLater, startOfDay, type Range } from './days';
import { LockDialog } from './LockDialog';
import { PlaybackGrid } from './PlaybackGrid';
import type { PlaybackState } from './playbackState';
import { TagDialog } from './TagDialog';
import { TimeJump } from './TimeJump';
import { Timeline } from './Timeline';
import { follow, zoomAtTime } from './timelineView';
import { TransportBar } from './TransportBar';
import { useMarks } from './useMarks';
import { usePlaybackGroup } from './usePlaybackGroup';
import { usePlaybackKeys } from './usePlaybackKeys';
import { useRecorded } from './useRecorded';

interface Props {
  channels: readonly Channel[];
  state: PlaybackState;
  change: (next: Partial<PlaybackState>) => void;
  list: ReactNode;
}

/** Playback of one camera or of several at one time: pictures, transport, timeline, clip. */
export function PlaybackView({ channels, state, change, list }: Props) {
  const { t } = useTranslation();
  const now = useNow(5_000);
  const { group, status, leadOf } = usePlaybackGroup(state.at);
  const [view, setView] = useState<Range>(() => dayRange(state.at ?? now));
  const [muted, setMuted] = useState(true);
  const [failed, setFailed] = useState<unknown>();
  const [chosen, setChosen] = useState<string>();
  const [tagged, setTagged] = useState<number>();
  const [asked, setAsked] = useState<'lock' | 'export'>();
  const pictures = useRef<HTMLDivElement>(null);
  const jump = useRef<HTMLInputElement>(null);
  const ids = useMemo(() => channels.map((c) => c.id), [channels]);
  const channel = channels.find((c) => c.id === chosen) ?? channels[0]!;
  const both = channels.every(hasSub);
  const stream = both ? state.stream : 'MAIN';
  const { rows, error, loading } = useRecorded(ids, stream, view);
  const aroundClip = useRecorded(ids, stream, state.clip !== undefined && state.clip.to - state.clip.from <= LONGEST_CLIP ? state.clip : view);
  const timelineRows = useMemo(
    () => channels.map((c, i) => ({ channelId: c.id, name: c.name, recorded: rows[i] ?? { spans: [], gaps: [] } })),
    [channels, rows],
  );
  const at = status.phase === 'idle' ? undefined : status.at;
  const day = startOfDay(at ?? (view.from + view.to) / 2);
  const mark = useMarks(channel.id, stream, setFailed);

  useFollow(at, view, setView);
  useAddress(status.at, status.playing, status.phase === 'idle', change);

  const seek = (to: number) => {
    const target = Math.min(to, now - 1000);
    group.seek(target, status.phase === 'idle' ? true : status.playing);
    change({ channelIds: ids, at: target });
  };
  const go = (to: number) => {
    setView((old) => (to >= old.from && to < old.to ? old : old.to - old.from > 20 * 3_600_000 ? dayRange(to) : follow(old, to)));
    seek(to);
  };
  const goDay = (start: number) => {
    setView(dayRange(start));
    seek(start);
  };
  const clip = (next: Range | undefined) => change({ channelIds: ids, clip: next });
  const acts = {
    toggle: () => (status.playing ? group.pause() : group.play()),
    jump: (seconds: number) => at !== undefined && go(at + seconds * 1000),
    step: (frames: number) => group.step(frames),
    rate: (rate: number) => group.setRate(rate),
    sound: () => setMuted(!muted),
    mark: (what: 'gap' | 'event', direction: 1 | -1) => at !== undefined && void mark(what, at, direction).then((to) => to !== undefined && go(to)),
    zoom: (factor: number) => setView((old) => zoomAtTime(old, factor, at)),
    wholeDay: () => setView(dayRange(day)),
    day: (step: number) => (at === undefined ? setView(dayRange(sameTimeDaysLater(day, step))) : go(sameTimeDaysLater(at, step))),
    start: () => at !== undefined && clip(withStart(state.clip, at)),
    end: () => at !== undefined && clip(withEnd(state.clip, at)),
    tag: () => {
      if (at === undefined) return;
      group.pause();
      setTagged(at);
    },
    exportClip: () => state.clip !== undefined && setAsked('export'),
    typeTime: () => jump.current?.focus(),
    fullScreen: () => void (document.fullscreenElement ? document.exitFullscreen() : pictures.current?.requestFullscreen()),
    snapshot: () => {
      setFailed(undefined);
      if (at !== undefined) saveSnapshot(channel.id, channel.name, at, stream).catch(setFailed);
    },
  };
  usePlaybackKeys(acts, status, channel.id);

  return (
    <div className="ly-playback">
      <div className="ly-playback-side">
        {list}
        <Calendar channelId={channel.id} stream={stream} day={day} today={startOfDay(now)} onDay={goDay} />
      </div>
      <div className="ly-playback-main">
        <PageBar
          title={t('playback.title')}
          actions={
            <>
              <Link className="ly-to-live" to={`/live?n=1&c=${channel.id}`} title="V">{t('playback.live')}</Link>
              <IconButton label={t('tag.add')} shortcut="T" icon={<TagIcon />} disabled={at === undefined} onClick={acts.tag} />
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
        <PlaybackGrid
          room={pictures}
          {...{ channels, stream, status, leadOf, muted }}
          selected={channel.id}
          onSelect={setChosen}
          onRemove={(id) => change({ channelIds: ids.filter((other) => other !== id) })}
          onToggle={acts.toggle}
        />
        <TransportBar status={status} view={view} stream={both ? stream : undefined} onStream={(next) => change({ channelIds: ids, stream: next })} sound={hasSound(channel) ? !muted : undefined} acts={acts} />
        <Timeline view={view} rows={timelineRows} stream={stream} known={!loading && !error} at={at} now={now} clip={state.clip} onView={setView} onSeek={seek} onClip={clip} />
        <ClipBar clip={state.clip} recorded={aroundClip.loading ? undefined : aroundClip.rows} ready={at !== undefined} onStart={acts.start} onEnd={acts.end} onClear={() => clip(undefined)} onLock={() => setAsked('lock')} onExport={acts.exportClip} />
      </div>
      {tagged !== undefined && <TagDialog channel={channel} at={tagged} onClose={() => setTagged(undefined)} />}
      {asked === 'lock' && state.clip && <LockDialog channels={channels} range={state.clip} onClose={() => setAsked(undefined)} />}
      {asked === 'export' && state.clip && (
        <ExportDialog channels={channels} stream={stream} range={state.clip} recorded={aroundClip.loading ? undefined : aroundClip.rows} onClose={() => setAsked(undefined)} />
      )}
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
