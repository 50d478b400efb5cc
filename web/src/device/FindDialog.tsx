import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundDevice } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { SiteField } from '../organisation/SiteField';
import { Dialog } from '../ui/Dialog';
import { Notice } from '../ui/Notice';
import { nameOf, searchNetworksQuery, searchQuery, useAddDevices, useCancelSearch, useStartSearch } from './bringIn';
import '../ui/page.css';
import { FoundTable } from './FoundTable';

interface Props {
  /** The devices were handed over to an import. */
  onImport: (id: string) => void;
  onClose: () => void;
}

/** Finds devices in the network and adds those that are ticked with one user and password. No search presents a password. */
export function FindDialog({ onImport, onClose }: Props) {
  const { t } = useTranslation();
  const [range, setRange] = useState('');
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [siteId, setSiteId] = useState('');
  const networks = useQuery(searchNetworksQuery);
  const begin = useStartSearch();
  const cancel = useCancelSearch();
  const add = useAddDevices();
  const id = begin.data?.id;
  const search = useQuery({ ...searchQuery(id ?? ''), enabled: id !== undefined });
  const shown = search.data;
  const running = shown?.state === 'RUNNING';
  const items = shown?.items ?? [];
  const chosen = items.filter((found) => ticked.has(found.url) && found.deviceId === undefined);
  const nameFor = (found: FoundDevice) => names.get(found.url) ?? nameOf(found, items);
  const unnamed = chosen.some((found) => nameFor(found).trim() === '');

  const find = (where: string) => {
    setTicked(new Set());
    begin.mutate(where);
  };
  useEffect(() => find(''), []); // eslint-disable-line react-hooks/exhaustive-deps -- the search of the own network begins by itself
  const submit = () =>
    add.mutate(
      { username, password, siteId, items: chosen.map((found) => ({ name: nameFor(found).trim().slice(0, 100), url: found.url })) },
      { onSuccess: (made) => onImport(made.id) },
    );
  const close = () => {
    if (running && id !== undefined) cancel.mutate(id);
    onClose();
  };
  const wrong = begin.error ?? search.error ?? add.error;

  return (
    <Dialog
      size="large"
      title={t('bringIn.findTitle')}
      onClose={close}
      footer={
        <>
          <Button type="submit" form="find-add" isDisabled={chosen.length === 0 || unnamed || add.isPending} isLoading={add.isPending}>
            {t('bringIn.addChosen', { count: chosen.length })}
          </Button>
          <Button variant="link" onClick={close}>{t('app.cancel')}</Button>
        </>
      }
    >
      <form
        className="ly-find-where"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          find(range);
        }}
      >
        <label className="ly-field">
          <span>{t('bringIn.range')}</span>
          <input className="ly-input ly-mono" value={range} spellCheck={false} placeholder="192.168.1.0/24" aria-describedby="find-range-hint" onChange={(e) => setRange(e.target.value)} />
        </label>
        <Button type="submit" variant="secondary" isDisabled={running || begin.isPending}>{t('bringIn.search')}</Button>
        {running && id !== undefined && <Button variant="link" onClick={() => cancel.mutate(id)}>{t('bringIn.stop')}</Button>}
        <span className="ly-muted" role="status">
          {shown && t(`bringIn.searchState.${shown.state}`, { count: items.length, done: shown.done, total: shown.total })}
          {running && shown.total > 0 && ` ${t('bringIn.scanned', { done: shown.done, total: shown.total })}`}
        </span>
      </form>
      <p id="find-range-hint" className="ly-muted ly-find-hint">{t('bringIn.rangeHint', { networks: (networks.data ?? []).join(', ') })}</p>
      <FoundTable {...{ items, ticked, nameFor }} running={running} onTick={setTicked} onName={(url, name) => setNames(new Map(names).set(url, name))} />
      <form
        id="find-add"
        className="ly-find-login"
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen.length > 0 && !unnamed && !add.isPending) submit();
        }}
      >
        <label className="ly-field">
          <span>{t('device.username')}</span>
          <input className="ly-input" value={username} maxLength={100} autoComplete="off" spellCheck={false} onChange={(e) => setUsername(e.target.value)} />
        </label>
        <label className="ly-field">
          <span>{t('device.password')}</span>
          <input className="ly-input" type="password" value={password} maxLength={200} autoComplete="new-password" onChange={(e) => setPassword(e.target.value)} />
        </label>
        <SiteField label={t('many.site')} value={siteId} onChange={setSiteId} />
        <p className="ly-muted">{t('bringIn.loginHint')}</p>
      </form>
      {wrong !== null && <Notice kind="danger" title={wordsOf(wrong)} />}
    </Dialog>
  );

  /** A refused range is told in the server's own sentence: it names what is allowed. */
  function wordsOf(error: unknown): string {
    const fields = (error as { fields?: ReadonlyMap<string, string> }).fields;
    return fields?.get('range') ?? problemWords(t, error);
  }
}
