import PlusIcon from '@patternfly/react-icons/dist/esm/icons/plus-icon';
import { Button, DropdownItem } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { devicesQuery } from '../api/queries';
import type { Device } from '../api/types';
import { useMay } from '../app/useSession';
import { SiteFilter, useDevicesAt } from '../organisation/SiteFilter';
import { ActsMenu } from '../ui/ActsMenu';
import { Empty } from '../ui/Empty';
import { Loading } from '../ui/Loading';
import { PageBar } from '../ui/PageBar';
import { ProblemNotice } from '../ui/ProblemNotice';
import { SearchField } from '../ui/SearchField';
import { useShortcuts } from '../ui/shortcuts';
import './device.css';
import { BatchDialog } from './care/BatchDialog';
import { ClocksDialog } from './care/ClocksDialog';
import { NOTHING, type Selection } from './care/selection';
import { SelectionBar } from './care/SelectionBar';
import { useWeakChoice } from './care/useWeakChoice';
import { DeviceDialog } from './DeviceDialog';
import { DeviceLog } from './DeviceLog';
import { DeviceTable } from './DeviceTable';
import { FileDialog } from './FileDialog';
import { FindDialog } from './FindDialog';
import { ImportDialog } from './ImportDialog';
import { dialsIn } from './registration';
import { RegistrationDialog } from './RegistrationDialog';
import { RemoveDialog } from './RemoveDialog';

const NONE: Device[] = [];

/** All devices. What is open (site, search, dialog, log) is in the address, so that it can be sent and survives a refresh. */
export function DevicesPage() {
  const { t } = useTranslation();
  const mayConfigure = useMay('device.configure');
  const devices = useQuery(devicesQuery);
  const [params, setParams] = useSearchParams();
  const find = useRef<HTMLInputElement>(null);
  const query = params.get('q') ?? '';
  const site = params.get('site') ?? '';
  const here = useDevicesAt(devices.data ?? NONE, site);
  const shown = useMemo(() => here.filter((d) => matches(d, query)), [here, query]);
  const named = (key: string) => devices.data?.find((d) => d.id === params.get(key));
  const set = (key: string, value: string) =>
    setParams((old) => {
      const next = new URLSearchParams(old);
      if (value === '') next.delete(key);
      else next.set(key, value);
      return next;
    }, { replace: key === 'q' });

  const [selection, setSelection] = useState<Selection>(NOTHING);
  const chosen = useMemo(() => (devices.data ?? []).filter((d) => selection.ids.has(d.id)), [devices.data, selection]);
  const weak = useWeakChoice((ids) => setSelection({ ids }));
  const batch = params.get('batch');
  const imported = params.get('import');
  const adding = mayConfigure && params.has('add');
  useShortcuts('page', [
    { keys: ['/'], label: t('help.find'), run: () => find.current?.focus() },
    ...(mayConfigure ? [{ keys: ['n'], label: t('help.addDevice'), run: () => set('add', '1') }] : []),
  ]);

  const edited = mayConfigure ? named('edit') : undefined;
  const removed = mayConfigure ? named('remove') : undefined;
  const logged = named('log');
  return (
    <>
      <PageBar
        title={t('device.title')}
        actions={
          mayConfigure && (
            <>
              <ActsMenu label={t('bringIn.more')}>
                <DropdownItem onClick={() => set('registration', '1')}>{t('registration.title')}</DropdownItem>
                <DropdownItem onClick={() => set('file', '1')}>{t('bringIn.fromFile')}</DropdownItem>
                <DropdownItem onClick={weak.choose}>{t('many.weak')}</DropdownItem>
                <DropdownItem onClick={() => set('clocks', '1')}>{t('care.clocksDots')}</DropdownItem>
                <DropdownItem to="/api/v1/device-files/inventory?format=XLSX">{t('bringIn.inventory', { format: 'XLSX' })}</DropdownItem>
                <DropdownItem to="/api/v1/device-files/inventory?format=CSV">{t('bringIn.inventory', { format: 'CSV' })}</DropdownItem>
              </ActsMenu>
              <Button variant="secondary" onClick={() => set('find', '1')}>{t('bringIn.find')}</Button>
              <Button icon={<PlusIcon />} onClick={() => set('add', '1')}>{t('device.add')}</Button>
            </>
          )
        }
      >
        {devices.data && devices.data.length > 0 && (
          <>
            <SiteFilter value={site} onChange={(id) => set('site', id)} />
            <div className="ly-device-find">
              <SearchField inputRef={find} label={t('device.find')} value={query} onChange={(q) => set('q', q)} />
            </div>
            <span className="ly-muted ly-mono" role="status">
              {query === '' && here.length === devices.data.length
                ? t('device.count', { count: devices.data.length })
                : t('device.filtered', { shown: shown.length, total: devices.data.length })}
            </span>
          </>
        )}
      </PageBar>
      {devices.error && <ProblemNotice error={devices.error} onRetry={() => void devices.refetch()} />}
      {devices.isPending && <Loading />}
      {devices.data?.length === 0 && (
        <Empty title={t('device.emptyTitle')} text={mayConfigure ? t('device.emptyText') : t('device.emptyOperator')}>
          {mayConfigure && <Button onClick={() => set('find', '1')}>{t('bringIn.find')}</Button>}
          {mayConfigure && <Button variant="secondary" onClick={() => set('add', '1')}>{t('device.add')}</Button>}
        </Empty>
      )}
      {devices.data && devices.data.length > 0 && shown.length === 0 && <Empty title={query === '' ? t('site.noDevices') : t('device.noMatch', { query })} />}
      {weak.notice && <div className="ly-device-notice">{weak.notice}</div>}
      {mayConfigure && chosen.length > 0 && <SelectionBar devices={chosen} onClear={() => { setSelection(NOTHING); weak.forget(); }} onBatch={(id) => set('batch', id)} />}
      {shown.length > 0 && <DeviceTable devices={shown} mayConfigure={mayConfigure} onOpen={set} selection={selection} onSelect={setSelection} />}
      {mayConfigure && params.has('clocks') && <ClocksDialog devices={devices.data ?? []} onClose={() => set('clocks', '')} />}
      {mayConfigure && batch !== null && <BatchDialog id={batch} onClose={() => set('batch', '')} />}
      {adding && <DeviceDialog url={registering(params.get('add'))} onClose={() => set('add', '')} />}
      {mayConfigure && params.has('registration') && <RegistrationDialog onAdd={(id) => setParams({ add: `autoreg:${id}` })} onClose={() => set('registration', '')} />}
      {mayConfigure && params.has('find') && <FindDialog onClose={() => set('find', '')} onImport={(id) => setParams({ import: id })} />}
      {mayConfigure && params.has('file') && <FileDialog onClose={() => set('file', '')} onImport={(id) => setParams({ import: id })} />}
      {mayConfigure && imported !== null && <ImportDialog id={imported} onClose={() => set('import', '')} />}
      {edited && <DeviceDialog device={edited} onClose={() => set('edit', '')} />}
      {removed && <RemoveDialog device={removed} onClose={() => set('remove', '')} />}
      {logged && <DeviceLog device={logged} onClose={() => set('log', '')} />}
    </>
  );
}

/** Only an id that knocked is taken over from the address into the dialog. */
function registering(text: string | null): string {
  return text !== null && dialsIn(text) ? text : '';
}

function matches(device: Device, query: string): boolean {
  const text = `${device.name} ${device.url} ${device.channels.map((c) => c.name).join(' ')}`.toLowerCase();
  return query.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}
