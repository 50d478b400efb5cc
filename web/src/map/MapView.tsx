import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EMap, EMapMarker } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { Empty } from '../ui/Empty';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { EditTools } from './EditTools';
import { MapCanvas } from './MapCanvas';
import { MarkedList } from './MarkedList';
import { MarkerPanel } from './MarkerPanel';
import { camerasIn, subjectOf, wallOf, withMarker, type Box } from './markers';
import { mapTilesQuery, markersQuery, useSetMarkers } from './mapQueries';
import { MOST_CORNERS, outlined, type Corner } from './outline';
import { OutlineTools } from './OutlineTools';
import { planeOf } from './plane';
import { useLook } from './useLook';

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
  const tiles = useQuery(mapTilesQuery).data;
  const [drawn, setDrawn] = useState<{ of: EMap; markers: EMapMarker[] }>();
  const [boxing, setBoxing] = useState(false);
  const [corners, setCorners] = useState<readonly Corner[]>();
  const [chosen, setChosen] = useState<string>();
  const save = useSetMarkers();
  const markers = drawn?.markers ?? stored.data ?? EMPTY;
  const { known, look, problem } = useLook(map, maps, markers);
  const choose = useCallback((marker: EMapMarker) => setChosen(subjectOf(marker)), []);
  const open = useCallback((marker: EMapMarker) => marker.targetId !== undefined && onChoose(marker.targetId), [onChoose]);
  const put = useCallback((added: readonly EMapMarker[]) => {
    setDrawn((old) => old && { ...old, markers: added.reduce(withMarker, old.markers) });
    const last = added[added.length - 1];
    if (last) setChosen(subjectOf(last));
  }, []);
  const change = useCallback((marker: EMapMarker) => put([marker]), [put]);
  const addCorner = useCallback((corner: Corner) => setCorners((old) => old && [...old, corner].slice(0, MOST_CORNERS)), []);
  const box = useCallback(
    (area: Box) => {
      const inside = camerasIn(markers, area);
      setBoxing(false);
      if (inside.length > 0) onWall(wallOf(inside));
    },
    [markers, onWall],
  );
  const marker = markers.find((one) => subjectOf(one) === chosen);
  const stop = () => {
    setDrawn(undefined);
    setCorners(undefined);
  };

  const plane = useMemo(() => planeOf(map), [map]);

  if (plane === undefined) return <Empty title={t('map.noPicture')} text={t('map.noPictureText')} />;
  if (map.start !== undefined && tiles?.template === undefined) return tiles === undefined ? <Loading /> : <Empty title={t('map.noTiles')} text={t('map.noTilesText')} />;
  return (
    <>
      <div className="ly-map-middle">
        <div className="ly-map-acts">
          {drawn === undefined && markers.some(({ kind }) => kind === 'CHANNEL') && (
            <Button variant={boxing ? 'primary' : 'secondary'} aria-pressed={boxing} onClick={() => setBoxing(!boxing)}>{t('map.box')}</Button>
          )}
          {boxing && <span className="ly-muted">{t('map.boxText')}</span>}
          {drawn === undefined && mayConfigure && stored.data && (
            <Button variant="secondary" onClick={() => setDrawn({ of: map, markers: stored.data })}>{t('map.mark')}</Button>
          )}
          {drawn && corners === undefined && (
            <EditTools
              map={map}
              plane={plane}
              maps={maps}
              markers={drawn.markers}
              pending={save.isPending}
              onAdd={put}
              onSave={() => save.mutate({ map: drawn.of, markers: drawn.markers }, { onSuccess: stop })}
              onCancel={stop}
            />
          )}
          {corners && marker && (
            <OutlineTools
              corners={corners}
              onChange={setCorners}
              onDone={() => {
                change(outlined(marker, corners));
                setCorners(undefined);
              }}
            />
          )}
        </div>
        {save.error && drawn && <Notice kind="danger" title={problemWords(t, save.error)} />}
        {problem && <Notice kind="warning" title={problem} />}
        {stored.error && <Notice kind="danger" title={problemWords(t, stored.error)} />}
        <MapCanvas
          map={map}
          plane={plane}
          tiles={map.start === undefined ? undefined : tiles}
          markers={markers}
          look={look}
          chosen={chosen}
          onChoose={choose}
          onOpen={open}
          {...(drawn ? { onChange: change } : {})}
          {...(boxing && !drawn ? { onBox: box } : {})}
          {...(corners ? { corners, onCorner: addCorner } : {})}
        />
      </div>
      <aside className="ly-map-side" aria-label={t('map.marked')}>
        {marker && corners === undefined && (
          <MarkerPanel
            key={chosen}
            marker={marker}
            name={look(marker).name}
            geographic={map.start !== undefined}
            known={known(marker)}
            edit={
              drawn && {
                onChange: change,
                onRemove: () => setDrawn({ ...drawn, markers: drawn.markers.filter((one) => subjectOf(one) !== chosen) }),
                onOutline: () => setCorners([]),
              }
            }
            onOpen={() => open(marker)}
          />
        )}
        {markers.length === 0 && stored.data && <p className="ly-muted">{mayConfigure ? t('map.nothingMarked') : t('map.nothingHere')}</p>}
        <MarkedList markers={markers} look={look} chosen={chosen} onChoose={choose} />
      </aside>
    </>
  );
}
