import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannels } from '../api/channelQueries';
import type { EMap, EMapMarker } from '../api/types';
import { useMay } from '../app/useSession';
import { ChannelSelect } from '../device/ChannelSelect';
import { problemWords } from '../i18n/problemWords';
import { Empty } from '../ui/Empty';
import { FindOne } from '../ui/FindOne';
import { Shape } from '../ui/Mark';
import { Notice } from '../ui/Notice';
import { CONNECTION_TONE } from '../ui/states';
import { MapCanvas, type Look } from './MapCanvas';
import { alarmAt, waitingAlarmsQuery } from './mapAlarms';
import { MarkerPanel } from './MarkerPanel';
import { camerasIn, subjectOf, wallOf, withMarker, type Box } from './markers';
import { markersQuery, useSetMarkers } from './mapQueries';

interface Props {
  map: EMap;
  maps: readonly EMap[];
  mayConfigure: boolean;
  onChoose: (map: string) => void;
  /** Goes to a wall of cameras. */
  onWall: (address: string) => void;
}

const EMPTY: readonly EMapMarker[] = [];

/** One map: the picture with what is marked, and beside it the same as a list. */
export function MapView({ map, maps, mayConfigure, onChoose, onWall }: Props) {
  const { t } = useTranslation();
  const stored = useQuery(markersQuery(map));
  const [drawn, setDrawn] = useState<{ of: EMap; markers: EMapMarker[] }>();
  const [boxing, setBoxing] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const save = useSetMarkers();
  const markers = drawn?.markers ?? stored.data ?? EMPTY;
  const ids = useMemo(() => markers.flatMap(({ channelId }) => channelId ?? []), [markers]);
  const channels = useChannels(ids);
  const known = useMemo(() => new Map(channels.found.map((channel) => [channel.id, channel])), [channels.found]);
  const mayAlarms = useMay('alarm.read');
  const alarms = useQuery({ ...waitingAlarmsQuery, enabled: mayAlarms });
  const waiting = alarms.data;
  const look = useCallback(
    (marker: EMapMarker): Look => {
      if (marker.kind === 'MAP') return { name: maps.find((one) => one.id === marker.targetId)?.name ?? '', tone: 'off' };
      const alarm = alarmAt(marker, waiting ?? []);
      const told = (name: string) => ({ name, ...(alarm ? { alarmed: t('mapAlarm.at', { name }), flashes: alarm.flashes } : {}) });
      if (marker.kind === 'INPUT') return { ...told(marker.part ?? ''), tone: 'off' };
      const channel = known.get(marker.channelId ?? '');
      return { ...told(channel?.name ?? '…'), tone: channel === undefined ? 'off' : CONNECTION_TONE[channel.state] };
    },
    [known, maps, waiting, t],
  );
  const choose = useCallback((marker: EMapMarker) => setChosen(subjectOf(marker)), []);
  const open = useCallback((marker: EMapMarker) => marker.targetId !== undefined && onChoose(marker.targetId), [onChoose]);
  const change = useCallback((marker: EMapMarker) => {
    setDrawn((old) => old && { ...old, markers: withMarker(old.markers, marker) });
    setChosen(subjectOf(marker));
  }, []);
  const box = useCallback(
    (area: Box) => {
      const inside = camerasIn(markers, area);
      setBoxing(false);
      if (inside.length > 0) onWall(wallOf(inside));
    },
    [markers, onWall],
  );
  const marker = markers.find((one) => subjectOf(one) === chosen);
  const others = useMemo(() => maps.filter((one) => one.id !== map.id && !markers.some((marked) => marked.targetId === one.id)), [maps, map.id, markers]);

  if (map.picture === undefined) return <Empty title={t('map.noPicture')} text={t('map.noPictureText')} />;
  return (
    <>
      <div className="ly-map-middle">
        <div className="ly-map-acts">
          {drawn === undefined && ids.length > 0 && (
            <Button variant={boxing ? 'primary' : 'secondary'} aria-pressed={boxing} onClick={() => setBoxing(!boxing)}>{t('map.box')}</Button>
          )}
          {boxing && <span className="ly-muted">{t('map.boxText')}</span>}
          {drawn === undefined && mayConfigure && stored.data && (
            <Button variant="secondary" onClick={() => setDrawn({ of: map, markers: stored.data })}>{t('map.mark')}</Button>
          )}
          {drawn && (
            <>
              <ChannelSelect label={t('map.addCamera')} without={new Set(ids)} onChoose={({ id }) => change({ kind: 'CHANNEL', channelId: id, x: 0.5, y: 0.5 })} />
              {others.length > 0 && (
                <FindOne
                  label={t('map.addZone')}
                  find={(query) => others.filter((one) => one.name.toLowerCase().includes(query.trim().toLowerCase()))}
                  onChoose={({ id }) => change({ kind: 'MAP', targetId: id, x: 0.4, y: 0.4, zone: { width: 0.2, height: 0.2 } })}
                />
              )}
              <Button isLoading={save.isPending} isDisabled={save.isPending} onClick={() => save.mutate({ map: drawn.of, markers: drawn.markers }, { onSuccess: () => setDrawn(undefined) })}>{t('map.save')}</Button>
              <Button variant="link" onClick={() => setDrawn(undefined)}>{t('app.cancel')}</Button>
            </>
          )}
        </div>
        {save.error && drawn && <Notice kind="danger" title={problemWords(t, save.error)} />}
        {alarms.error && <Notice kind="warning" title={t('mapAlarm.unknown')} />}
        {stored.error && <Notice kind="danger" title={problemWords(t, stored.error)} />}
        <MapCanvas map={map} markers={markers} look={look} chosen={chosen} onChoose={choose} onOpen={open} {...(drawn ? { onChange: change } : {})} {...(boxing && !drawn ? { onBox: box } : {})} />
      </div>
      <aside className="ly-map-side" aria-label={t('map.marked')}>
        {marker && (
          <MarkerPanel
            marker={marker}
            name={look(marker).name}
            channel={known.get(marker.channelId ?? '')}
            alarm={alarmAt(marker, waiting ?? [])}
            onChange={drawn && change}
            onRemove={() => setDrawn((old) => old && { ...old, markers: old.markers.filter((one) => subjectOf(one) !== chosen) })}
            onOpen={() => open(marker)}
          />
        )}
        {markers.length === 0 && stored.data && <p className="ly-muted">{mayConfigure ? t('map.nothingMarked') : t('map.nothingHere')}</p>}
        <ul className="ly-side-list">
          {markers.map((one) => (
            <li key={subjectOf(one)}>
              <button type="button" aria-current={subjectOf(one) === chosen} onClick={() => choose(one)}>
                <span>{look(one).alarmed ?? look(one).name}</span>
                {one.kind === 'CHANNEL' ? <Shape tone={look(one).tone} /> : <span className="ly-muted">{t(`map.kind.${one.kind}`)}</span>}
              </button>
            </li>
          ))}
        </ul>
      </aside>
    </>
  );
}
