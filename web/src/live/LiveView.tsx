import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { serverNow } from '../api/serverClock';
import type { Channel, Device } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { Notice } from '../ui/Notice';
import { useShortcuts } from '../ui/shortcuts';
import { ChannelTree } from './ChannelTree';
import { LivePane, type PaneActs } from './LivePane';
import { LiveToolbar } from './LiveToolbar';
import { saveSnapshot } from './saveSnapshot';
import { useWall } from './useWall';
import { clear, fill, move, place, placeNext, remove, resize, SIZES, type Wall } from './wallState';

/** The wall with its camera list and its keyboard. */
export function LiveView({ devices, channels }: { devices: Device[]; channels: Channel[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const ids = useMemo(() => channels.map((c) => c.id), [channels]);
  const [wall, change, newest] = useWall(ids);
  const [list, setList] = useState(() => localStorage.getItem('lynceus.cameras') !== 'hidden');
  const [sounding, setSounding] = useState<number>();
  const [told, setTold] = useState('');
  const [failed, setFailed] = useState<unknown>();
  const wallElement = useRef<HTMLDivElement>(null);
  const byId = useMemo(() => new Map(channels.map((c) => [c.id, c])), [channels]);

  const showList = (shown: boolean) => {
    localStorage.setItem('lynceus.cameras', shown ? 'shown' : 'hidden');
    setList(shown);
  };
  const put = (channelId: string) => {
    change((w) => placeNext(w, channelId));
    setTold(t('live.placed', { name: byId.get(channelId)?.name ?? '', number: wall.selected + 1 }));
  };
  const acts = useMemo<PaneActs>(() => ({
    select: (index) => change((w) => (w.selected === index ? w : { ...w, selected: index })),
    drop: (index, channelId) => change((w) => place(w, index, channelId)),
    maximise: (index) => change((w) => ({ ...w, selected: index, maximised: !w.maximised && w.size > 1 })),
    remove: (index) => change((w) => remove(w, index)),
    sound: (index) => setSounding((old) => (old === index ? undefined : index)),
    snapshot: (channel) => {
      setFailed(undefined);
      saveSnapshot(channel.id, channel.name, serverNow(), false).catch(setFailed);
    },
    playback: (channelId) =>
      void navigate(`/playback?channel=${channelId}&t=${new Date(serverNow() - 30_000).toISOString()}`),
  }), [change, navigate]);
  const fullScreen = () => void (document.fullscreenElement ? document.exitFullscreen() : wallElement.current?.requestFullscreen());

  useWallKeys({ wall, newest, change, acts, byId, fullScreen });
  const shown = useMemo(
    () => new Map(wall.cells.slice(0, wall.size).flatMap((id, i) => (id === undefined ? [] : [[id, i + 1] as const]))),
    [wall],
  );

  return (
    <div className={`ly-live${list ? '' : ' ly-live-wide'}`}>
      {list && <ChannelTree devices={devices} shown={shown} onPlace={put} />}
      <div className="ly-live-main">
        <LiveToolbar
          wall={wall}
          list={list}
          onList={showList}
          onSize={(size) => change((w) => resize(w, size))}
          onFill={() => change((w) => fill(w, ids))}
          onClear={() => change(clear)}
          onFullScreen={fullScreen}
        />
        {failed !== undefined && <Notice kind="danger" title={problemWords(t, failed)} />}
        <p className="ly-sr" role="status">{told}</p>
        <div className="ly-wall-room">
          <section
            ref={wallElement}
            className={`ly-wall ly-wall-${wall.maximised ? 1 : wall.size}`}
            aria-label={t('live.wall')}
          >
            {wall.cells.slice(0, wall.size).map((channelId, index) =>
              wall.maximised && index !== wall.selected ? null : (
                <LivePane
                  key={index}
                  index={index}
                  channelId={channelId}
                  channel={channelId === undefined ? undefined : byId.get(channelId)}
                  selected={index === wall.selected}
                  maximised={wall.maximised}
                  sounding={sounding === index}
                  acts={acts}
                />
              ),
            )}
          </section>
        </div>
      </div>
    </div>
  );
}

interface Keys {
  wall: Wall;
  newest: () => Wall;
  change: (next: (wall: Wall) => Wall) => void;
  acts: PaneActs;
  byId: ReadonlyMap<string, Channel>;
  fullScreen: () => void;
}

function useWallKeys({ wall, newest, change, acts, byId, fullScreen }: Keys): void {
  const { t } = useTranslation();
  const withCamera = (act: (channel: Channel) => void) => () => {
    const { cells, selected } = newest();
    const channel = byId.get(cells[selected] ?? '');
    if (channel !== undefined) act(channel);
  };
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) document.querySelector<HTMLElement>('.ly-pane.ly-selected')?.focus();
    moved.current = false;
  }, [wall.selected]);
  useShortcuts('page', [
    { keys: ['1', '2', '3', '4'], label: t('help.layout'), run: (key) => change((w) => resize(w, SIZES[Number(key) - 1] ?? 4)) },
    {
      keys: ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight'],
      label: t('help.movePane'),
      run: (key) => {
        moved.current = true;
        change((w) => move(w, key));
      },
    },
    { keys: ['m', 'Enter'], label: t('help.maximise'), run: () => acts.maximise(newest().selected) },
    { keys: ['f'], label: t('help.fullScreen'), run: fullScreen },
    { keys: ['p'], label: t('help.toPlayback'), run: withCamera((channel) => acts.playback(channel.id)) },
    { keys: ['s'], label: t('help.sound'), run: () => acts.sound(newest().selected) },
    { keys: ['c'], label: t('help.snapshot'), run: withCamera(acts.snapshot) },
    { keys: ['Delete'], label: t('help.removePane'), run: () => acts.remove(newest().selected) },
  ]);
}
