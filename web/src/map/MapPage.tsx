import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useMay } from '../app/useSession';
import { sitesQuery } from '../organisation/sites';
import { Empty } from '../ui/Empty';
import { Loading } from '../ui/Loading';
import { PageBar } from '../ui/PageBar';
import '../ui/page.css';
import { ProblemNotice } from '../ui/ProblemNotice';
import { RemoveQuestion } from '../ui/RemoveQuestion';
import './map.css';
import { MapDialog } from './MapDialog';
import { MapView } from './MapView';
import { mapRows, mapsWithin } from './markers';
import { mapsQuery, useRemoveMap } from './mapQueries';

/** E-maps: the tree of maps, and the chosen one with its cameras. The choice is in the address. */
export function MapPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayConfigure = useMay('map.configure');
  const [params, setParams] = useSearchParams();
  const maps = useQuery(mapsQuery);
  const sites = useQuery(sitesQuery).data;
  const [dialog, setDialog] = useState<'add' | 'change' | 'remove'>();
  const remove = useRemoveMap();
  const rows = useMemo(() => mapRows(maps.data ?? []), [maps.data]);
  const map = rows.find((row) => row.map.id === params.get('id'))?.map ?? rows[0]?.map;
  const choose = useCallback((id: string) => setParams({ id }), [setParams]);
  const root = sites?.find((site) => site.parentId === undefined)?.id;
  const below = map === undefined ? 0 : mapsWithin(maps.data ?? [], map.id).size - 1;
  return (
    <>
      <PageBar
        title={t('map.title')}
        actions={
          mayConfigure && root !== undefined && (
            <>
              {map && <Button variant="link" isDanger onClick={() => setDialog('remove')}>{t('map.remove')}</Button>}
              {map && <Button variant="secondary" onClick={() => setDialog('change')}>{t('map.change')}</Button>}
              <Button onClick={() => setDialog('add')}>{t('map.add')}</Button>
            </>
          )
        }
      />
      {maps.error && <ProblemNotice error={maps.error} onRetry={() => void maps.refetch()} />}
      {maps.isPending && <Loading />}
      {maps.data && map === undefined && <Empty title={t('map.none')} text={mayConfigure ? t('map.noneText') : t('map.noneForYou')} />}
      {map && (
        <div className="ly-map">
          <nav className="ly-map-tree" aria-label={t('map.maps')}>
            <ul className="ly-side-list">
              {rows.map((row) => (
                <li key={row.map.id}>
                  <button type="button" style={{ paddingInlineStart: 14 * row.level }} aria-current={row.map.id === map.id} onClick={() => choose(row.map.id)}>
                    {row.map.name}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          <MapView key={map.id} map={map} maps={maps.data ?? []} mayConfigure={mayConfigure} onChoose={choose} onWall={(address) => void navigate(address)} />
        </div>
      )}
      {(dialog === 'add' || dialog === 'change') && root !== undefined && (
        <MapDialog
          map={dialog === 'change' ? map : undefined}
          maps={maps.data ?? []}
          parentId={dialog === 'change' ? map?.parentId : undefined}
          siteId={(dialog === 'change' ? map?.siteId : undefined) ?? root}
          onSaved={(saved) => {
            setDialog(undefined);
            choose(saved.id);
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'remove' && map && (
        <RemoveQuestion
          title={t('device.removeTitle', { name: map.name })}
          text={below === 0 ? t('map.removeText') : t('map.removeBelowText', { count: below })}
          pending={remove.isPending}
          error={remove.error}
          onRemove={() => remove.mutate(map, { onSuccess: () => setDialog(undefined) })}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}
