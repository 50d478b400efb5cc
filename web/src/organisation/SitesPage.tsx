import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { devicesQuery } from '../api/queries';
import type { Device, Site } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { PageBar } from '../ui/PageBar';
import { ProblemNotice } from '../ui/ProblemNotice';
import { RemoveQuestion } from '../ui/RemoveQuestion';
import '../ui/page.css';
import { SiteTree } from './SiteTree';
import { withBelow } from './siteRows';
import { sitesQuery, useAddSite, useMoveDevices, useMoveSite, useRemoveSite, useSetSite } from './sites';

/** The tree of sites and the chosen one beside it. The choice is in the address. */
export function SitesPage() {
  const { t } = useTranslation();
  const sites = useQuery(sitesQuery);
  const devices = useQuery(devicesQuery);
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
            <SiteForm site={chosen} sites={sites.data} onChoose={choose} />
            <DevicesHere site={chosen} sites={sites.data} devices={(devices.data ?? []).filter((d) => d.siteId === chosen.id)} />
          </section>
        </div>
      )}
    </>
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
  const siblings = parentId === undefined ? [] : sites.filter((one) => one.parentId === parentId);
  const at = siblings.findIndex((one) => one.id === site.id);
  const error = save.error ?? add.error ?? move.error;
  const own = withBelow(sites, site.id);
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
        {parentId !== undefined && (
          <>
            <Button variant="secondary" isDisabled={at <= 0} onClick={() => move.mutate({ site, place: { parentId, position: at - 1 } })}>{t('site.up')}</Button>
            <Button variant="secondary" isDisabled={at >= siblings.length - 1} onClick={() => move.mutate({ site, place: { parentId, position: at + 1 } })}>{t('site.down')}</Button>
            <SiteSelect label={t('site.moveTo')} sites={sites.filter((one) => !own.has(one.id) && one.id !== parentId)} onChoose={(to) => move.mutate({ site, place: { parentId: to, position: 1_000_000 } })} />
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

/** Chooses a site of a list by name; each is shown as deep as it lies. */
export function SiteSelect({ label, sites, onChoose }: { label: string; sites: readonly Site[]; onChoose: (id: string) => void }) {
  return (
    <select className="ly-input" aria-label={label} value="" onChange={(event) => event.target.value !== '' && onChoose(event.target.value)}>
      <option value="">{label}</option>
      {sites.map((one) => <option key={one.id} value={one.id}>{`${'\u2003'.repeat(one.level - 1)}${one.name}`}</option>)}
    </select>
  );
}

function DevicesHere({ site, sites, devices }: { site: Site; sites: readonly Site[]; devices: readonly Device[] }) {
  const { t } = useTranslation();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const move = useMoveDevices();
  const toggle = (id: string) => setTicked((old) => (old.includes(id) ? old.filter((other) => other !== id) : [...old, id]));
  return (
    <>
      <h2>{t('site.devices')}</h2>
      {devices.length === 0 && <p className="ly-muted">{t('site.noDevices')}</p>}
      <ul className="ly-pick" tabIndex={0} aria-label={t('site.devices')}>
        {devices.map((device) => (
          <li key={device.id}>
            <label><input type="checkbox" aria-label={t('site.tick', { name: device.name })} checked={ticked.includes(device.id)} onChange={() => toggle(device.id)} />{device.name}</label>
          </li>
        ))}
      </ul>
      {ticked.length > 0 && (
        <SiteSelect
          label={t('site.moveDevices', { count: ticked.length })}
          sites={sites.filter((one) => one.id !== site.id)}
          onChoose={(to) => move.mutate({ site: to, deviceIds: ticked.slice(0, 1000) }, { onSuccess: () => setTicked([]) })}
        />
      )}
      {move.error && <Notice kind="danger" title={move.error.message || problemWords(t, move.error)} />}
    </>
  );
}
