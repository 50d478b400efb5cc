import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EMap } from '../api/types';
import { SiteSelect } from '../organisation/SiteSelect';
import { FormDialog } from '../ui/FormDialog';
import { DegreeFields } from './DegreeFields';
import { mapRows, mapsWithin } from './markers';
import { mapTilesQuery, useSaveMap } from './mapQueries';

const WORLD = { latitude: 0, longitude: 0, zoom: 2 };
const MOST_BYTES = 8 * 1024 * 1024;

interface Props {
  /** Undefined: a new one. */
  map: EMap | undefined;
  maps: readonly EMap[];
  parentId: string | undefined;
  siteId: string;
  onSaved: (map: EMap) => void;
  onClose: () => void;
}

/** Adds a map or changes one: its name, its picture and where it belongs. */
export function MapDialog({ map, maps, parentId, siteId, onSaved, onClose }: Props) {
  const { t } = useTranslation();
  const [stored, setStored] = useState(map);
  const [name, setName] = useState(map?.name ?? '');
  const [parent, setParent] = useState(parentId ?? '');
  const [site, setSite] = useState(siteId);
  const [file, setFile] = useState<File>();
  const tiles = useQuery(mapTilesQuery).data;
  const [start, setStart] = useState(map?.start);
  const save = useSaveMap();
  const tooLarge = file !== undefined && file.size > MOST_BYTES;
  const without = map === undefined ? new Set<string>() : mapsWithin(maps, map.id);
  return (
    <FormDialog
      title={map === undefined ? t('map.add') : t('map.changeTitle', { name: map.name })}
      submit={t('device.save')}
      ready={name.trim() !== '' && !tooLarge && (file !== undefined || map !== undefined || start !== undefined)}
      pending={save.isPending}
      error={tooLarge ? t('map.tooLarge') : save.error}
      onSubmit={() =>
        save.mutate(
          { map: stored, body: { name: name.trim(), siteId: site, ...(parent === '' ? {} : { parentId: parent }), ...(start ? { start } : {}) }, file: start ? undefined : file, onStored: setStored },
          { onSuccess: onSaved },
        )
      }
      onClose={onClose}
    >
      <label className="ly-field">
        <span>{t('map.name')}</span>
        <input className="ly-input" value={name} maxLength={100} autoFocus onChange={(event) => setName(event.target.value)} />
      </label>
      {map === undefined && tiles?.template !== undefined && (
        <label className="ly-field">
          <span>{t('map.ground')}</span>
          <select className="ly-select" value={start ? 'tiles' : 'picture'} onChange={(event) => setStart(event.target.value === 'tiles' ? WORLD : undefined)}>
            <option value="picture">{t('map.groundPicture')}</option>
            <option value="tiles">{t('map.groundTiles')}</option>
          </select>
        </label>
      )}
      {start && (
        <>
          <DegreeFields value={start} onChange={(at) => setStart({ ...start, ...at })} />
          <label className="ly-field">
            <span>{t('map.zoom')}</span>
            <input className="ly-input ly-mono" type="number" min={0} max={22} value={start.zoom} onChange={({ target }) => target.validity.valid && !Number.isNaN(target.valueAsNumber) && setStart({ ...start, zoom: target.valueAsNumber })} />
            <span className="ly-muted">{t('map.zoomText')}</span>
          </label>
        </>
      )}
      {!start && <label className="ly-field">
        <span>{map?.picture === undefined ? t('map.picture') : t('map.otherPicture')}</span>
        <input type="file" accept="image/png,image/jpeg" onChange={(event) => setFile(event.target.files?.[0])} />
        <span className="ly-muted">{t('map.pictureText')}</span>
      </label>}
      <label className="ly-field">
        <span>{t('map.below')}</span>
        <select className="ly-select" value={parent} onChange={(event) => setParent(event.target.value)}>
          <option value="">{t('map.top')}</option>
          {mapRows(maps)
            .filter((row) => row.level < 8 && !without.has(row.map.id))
            .map((row) => <option key={row.map.id} value={row.map.id}>{`${'\u2003'.repeat(row.level - 1)}${row.map.name}`}</option>)}
        </select>
      </label>
      <div className="ly-field">
        <span>{t('map.site')}</span>
        <SiteSelect label={t('map.site')} value={site} onChoose={setSite} />
        <span className="ly-muted">{t('map.siteText')}</span>
      </div>
    </FormDialog>
  );
}
