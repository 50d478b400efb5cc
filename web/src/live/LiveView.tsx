import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { serverNow } from '../api/serverClock';
import { useChannels } from '../api/channelQueries';
import type { CameraTreeChannel, Channel } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { Notice } from '../ui/Notice';
import '../ui/page.css';
import { useWidth } from '../ui/useWidth';
import { ChannelTree } from './ChannelTree';
import { layoutOf } from './layouts';
import { LivePane, type PaneActs } from './LivePane';
import { LiveToolbar } from './LiveToolbar';
import { PaneHandlesContext, type PaneHandles } from './paneHandles';
import { saveSnapshot } from './saveSnapshot';
import { hasSub, paneWidth, streamFor } from './streamChoice';
import { ViewsButton } from './views/ViewsButton';
import { useManualRecording } from './useManualRecording';
import { useWall } from './useWall';
import { useWallKeys } from './useWallKeys';
import { clear, fill, place, placeNext, remove, resize, type Wall } from './wallState';

/** The wall with its camera list and its keyboard. The first cameras there are fill an empty one. */
export function LiveView({ first }: { first: readonly string[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [wall, change, newest] = useWall(first);
  const onWall = useMemo(() => wall.cells.slice(0, wall.size).flatMap((id) => id ?? []), [wall]);
  const { found } = useChannels(onWall);
  const [list, setList] = useState(() => localStorage.getItem('lynceus.cameras') !== 'hidden');
  const [sounding, setSounding] = useState<number>();
  const [told, setTold] = useState('');
  const [failed, setFailed] = useState<unknown>();
  const wallElement = useRef<HTMLDivElement>(null);
  const handles = useRef<PaneHandles>(new Map());
  const byId = useMemo(() => new Map(found.map((c) => [c.id, c])), [found]);

  const showList = (shown: boolean) => {
    localStorage.setItem('lynceus.cameras', shown ? 'shown' : 'hidden');
    setList(shown);
  };
  const put = (channel: CameraTreeChannel) => {
    change((w) => placeNext(w, channel.id));
    setTold(t('live.placed', { name: channel.name, number: wall.selected + 1 }));
  };
  const record = useManualRecording(setFailed);
  const acts = useMemo<PaneActs>(() => ({
    select: (index) => change((w) => (w.selected === index ? w : { ...w, selected: index })),
    drop: (index, channelId) => change((w) => place(w, index, channelId)),
    maximise: (index) => change((w) => ({ ...w, selected: index, maximised: !w.maximised && w.size > 1 })),
    remove: (index) => change((w) => remove(w, index)),
    sound: (index) => setSounding((old) => (old === index ? undefined : index)),
    snapshot: (channel) => {
      setFailed(undefined);
      saveSnapshot(channel.id, channel.name, serverNow()).catch(setFailed);
    },
    record,
    playback: (channelId) =>
      void navigate(`/playback?channel=${channelId}&t=${new Date(serverNow() - 30_000).toISOString()}`),
  }), [change, navigate, record]);
  const fullScreen = () => void (document.fullscreenElement ? document.exitFullscreen() : wallElement.current?.requestFullscreen());

  useWallKeys({ wall, newest, change, acts, byId, fullScreen, handles: handles.current });
  const shown = useMemo(
    () => new Map(wall.cells.slice(0, wall.size).flatMap((id, i) => (id === undefined ? [] : [[id, i + 1] as const]))),
    [wall],
  );

  return (
    <div className={`ly-live${list ? '' : ' ly-live-wide'}`}>
      {list && <ChannelTree shown={shown} onPlace={put} />}
      <div className="ly-live-main">
        <LiveToolbar
          wall={wall}
          list={list}
          onList={showList}
          onSize={(size) => change((w) => resize(w, size))}
          onFill={() => change((w) => fill(w, first))}
          onClear={() => change(clear)}
          onFullScreen={fullScreen}
        >
          <ViewsButton wall={wall} change={change} />
        </LiveToolbar>
        {failed !== undefined && <Notice kind="danger" title={problemWords(t, failed)} />}
        <p className="ly-sr" role="status">{told}</p>
        <PaneHandlesContext value={handles.current}>
          <WallGrid wallElement={wallElement} {...{ wall, byId, sounding, acts }} />
        </PaneHandlesContext>
      </div>
    </div>
  );
}

interface GridProps {
  wallElement: React.RefObject<HTMLDivElement | null>;
  wall: Wall;
  byId: ReadonlyMap<string, Channel>;
  sounding: number | undefined;
  acts: PaneActs;
}

/** The panes by their layout; a maximised one covers the others' place, which then play nothing. */
function WallGrid({ wallElement, wall, byId, sounding, acts }: GridProps) {
  const { t } = useTranslation();
  const width = useWidth(wallElement);
  const { grid, places } = layoutOf(wall.maximised ? 1 : wall.size);
  // Streams are chosen once the width is known: opening the wrong one first would show every picture twice as late.
  const measured = width > 0;
  const [ready, setReady] = useState(measured);
  useEffect(() => setReady(measured), [measured]);
  return (
    <div className="ly-wall-room">
      <section
        ref={wallElement}
        className={`ly-wall ly-wall-${wall.maximised ? 1 : wall.size}`}
        style={{ gridTemplate: `repeat(${grid}, minmax(0, 1fr)) / repeat(${grid}, minmax(0, 1fr))` }}
        aria-label={t('live.wall')}
      >
        {ready && wall.cells.slice(0, wall.size).map((channelId, index) => {
          const at = wall.maximised ? places[0] : places[index];
          if ((wall.maximised && index !== wall.selected) || at === undefined) return null;
          const channel = channelId === undefined ? undefined : byId.get(channelId);
          const pane = { width: paneWidth(width, wall.size, index), size: wall.size, maximised: wall.maximised || sounding === index, hasSub: hasSub(channel) };
          return (
            <LivePane
              key={index}
              index={index}
              channelId={channelId}
              channel={channel}
              area={`${at.y + 1} / ${at.x + 1} / span ${at.side} / span ${at.side}`}
              stream={streamFor(pane)}
              selected={index === wall.selected}
              maximised={wall.maximised}
              sounding={sounding === index}
              acts={acts}
            />
          );
        })}
      </section>
    </div>
  );
}
