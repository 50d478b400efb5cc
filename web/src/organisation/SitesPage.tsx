import { Button } from '@patternfly/react-core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { devicePagesQuery } from '../api/deviceQueries';
import { mayAt } from '../app/useSession';
import type { Site } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { PageBar } from '../ui/PageBar';
import { ProblemNotice } from '../ui/ProblemNotice';
import { RemoveQuestion } from '../ui/RemoveQuestion';
import '../ui/page.css';
import { SiteSelect } from './SiteSelect';
import { SiteTree } from './SiteTree';
import { withBelow } from './siteRows';
import { sitesQuery, useAddSite, useMoveDevices, useMoveSite, useRemoveSite, useSetSite } from './sites';

/** The tree of sites and the chosen one beside it. The choice is in the address. */
export function SitesPage() {
  const { t } = useTranslation();
  const sites = useQuery(sitesQuery);
  const [params, setParams] = useSearchParams();
  const move = useMoveSite();
  const chosen = sites.data?.find((site) => site.id === params.get('id')) ?? sites.data?.[0];
  const choose = (id: string) => setParams({ id }, { replace: true });
  return (
    <>
      <PageBar title={t('site.title')}><span className="ly-muted">{t('site.dragHint')}</span></PageBar>
      {sites.error && <ProblemNotice error={sites.error} onRetry={() => void sites.refetch()} />}
      {sites.isPending && <Loading />}
      {move.error && <Notice kind="danger" title={problemWords(t, move.error)} />}
      {sites.data && chosen && (
        <div className="ly-organisation">
          <SiteTree sites={sites.data} chosen={chosen.id} onChoose={choose} onMove={(site, place) => move.mutate({ site, place })} />
          <section key={`${chosen.id} ${chosen.version}`} aria-label={chosen.name}>
            {mayAt(chosen, 'organisation.configure') ? <SiteForm site={chosen} sites={sites.data} onChoose={choose} /> : <SiteFacts site={chosen} />}
            <DevicesHere site={chosen} />
          </section>
        </div>
      )}
    </>
  );
}

/** A site at which the user may change nothing. */
function SiteFacts({ site }: { site: Site }) {
  const { t } = useTranslation();
  return (
    <dl className="ly-facts">
      <div><dt>{t('site.name')}</dt><dd>{site.name}</dd></div>
      <div><dt>{t('site.zone')}</dt><dd>{site.zone ?? t('site.inherited')}</dd></div>
    </dl>
  );
}

interface FormProps {
  site: Site;
  sites: readonly Site[];
  onChoose: (id: string) => void;
}

function SiteForm({ site, sites, onChoose }: FormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(site.name);
  const [zone, setZone] = useState(site.zone ?? '');
  const [removing, setRemoving] = useState(false);
  const save = useSetSite();
  const add = useAddSite();
  const move = useMoveSite();
  const remove = useRemoveSite();
  const parentId = site.parentId;
  const mayMove = mayAt(sites.find((one) => one.id === parentId), 'organisation.configure');
  const siblings = parentId === undefined ? [] : sites.filter((one) => one.parentId === parentId);
  const at = siblings.findIndex((one) => one.id === site.id);
  const error = save.error ?? add.error ?? move.error;
  const elsewhere = useMemo(() => new Set([...withBelow(sites, site.id), ...(parentId === undefined ? [] : [parentId])]), [sites, site.id, parentId]);
  return (
    <form
      className="ly-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ site, name: name.trim(), zone });
      }}
    >
      <div className="ly-fields">
        <label className="ly-field"><span>{t('site.name')}</span><input className="ly-input" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} /></label>
        <label className="ly-field">
          <span>{t('site.zone')}</span>
          <select className="ly-input" value={zone} onChange={(event) => setZone(event.target.value)}>
            <option value="">{t('site.inherited')}</option>
            {Intl.supportedValuesOf('timeZone').map((one) => <option key={one}>{one}</option>)}
          </select>
        </label>
      </div>
      <span className="ly-muted">{t('site.level', { level: site.level })}</span>
      <div className="ly-actions">
        <Button type="submit" isDisabled={name.trim() === '' || save.isPending}>{t('site.save')}</Button>
        <Button variant="secondary" isDisabled={site.level >= 10 || add.isPending} onClick={() => add.mutate({ parentId: site.id, name: t('site.added') }, { onSuccess: (added) => onChoose(added.id) })}>{t('site.add')}</Button>
        {parentId !== undefined && mayMove && (
          <>
            <Button variant="secondary" isDisabled={at <= 0} onClick={() => move.mutate({ site, place: { parentId, position: at - 1 } })}>{t('site.up')}</Button>
            <Button variant="secondary" isDisabled={at >= siblings.length - 1} onClick={() => move.mutate({ site, place: { parentId, position: at + 1 } })}>{t('site.down')}</Button>
            <SiteSelect needs="organisation.configure" label={t('site.moveTo')} without={elsewhere} onChoose={(to) => move.mutate({ site, place: { parentId: to, position: 1_000_000 } })} />
            <Button variant="link" isDanger onClick={() => setRemoving(true)}>{t('site.remove')}</Button>
          </>
        )}
      </div>
      {error && <Notice kind="danger" title={problemWords(t, error)} />}
      {removing && (
        <RemoveQuestion
          title={t('site.remove')}
          text={t('site.removeText', { name: site.name })}
          pending={remove.isPending}
          error={remove.error}
          onRemove={() => remove.mutate(site, { onSuccess: () => parentId !== undefined && onChoose(parentId) })}
          onClose={() => setRemoving(false)}
        />
      )}
    </form>
  );
}

function DevicesHere({ site }: { site: Site }) {
  const { t } = useTranslation();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const pages = useInfiniteQuery(devicePagesQuery({ site: site.id, below: false }));
  const move = useMoveDevices();
  const here = useMemo(() => new Set([site.id]), [site.id]);
  const devices = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const toggle = (id: string) => setTicked((old) => (old.includes(id) ? old.filter((other) => other !== id) : [...old, id]));
  return (
    <>
      <h2>{t('site.devices')}</h2>
      {pages.error && !pages.data && <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && devices.length === 0 && <p className="ly-muted">{t('site.noDevices')}</p>}
      <ul className="ly-pick" tabIndex={0} aria-label={t('site.devices')}>
        {devices.map((device) => (
          <li key={device.id}>
            <label>{mayAt(device, 'device.configure') && <input type="checkbox" aria-label={t('site.tick', { name: device.name })} checked={ticked.includes(device.id)} onChange={() => toggle(device.id)} />}{device.name}</label>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button variant="link" isInline isDisabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('list.more', { shown: devices.length, total: pages.data?.pages[0]?.totals.matching ?? 0 })}
        </Button>
      )}
      {ticked.length > 0 && (
        <SiteSelect
          needs="device.configure"
          label={t('site.moveDevices', { count: ticked.length })}
          without={here}
          onChoose={(to) => move.mutate({ site: to, deviceIds: ticked.slice(0, 1000) }, { onSuccess: () => setTicked([]) })}
        />
      )}
      {move.error && <Notice kind="danger" title={move.error.message || problemWords(t, move.error)} />}
    </>
  );
}
