import { Button } from '@patternfly/react-core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { devicePagesQuery } from '../api/deviceQueries';
import type { Device } from '../api/types';
import { useMay } from '../app/useSession';
import { SiteFilter } from '../organisation/SiteFilter';
import { Empty } from '../ui/Empty';
import { Loading } from '../ui/Loading';
import { MoreRows } from '../ui/MoreRows';
import { PageBar } from '../ui/PageBar';
import { ProblemNotice } from '../ui/ProblemNotice';
import { SearchField } from '../ui/SearchField';
import { useShortcuts } from '../ui/shortcuts';
import { useSettled } from '../ui/useSettled';
import { withParams } from '../ui/useAddressParams';
import './device.css';
import './deviceList.css';
import { useChooseDevices } from './care/many';
import { NOTHING } from './care/selection';
import { SelectionBar } from './care/SelectionBar';
import { useSelection } from './care/useSelection';
import { useWeakChoice } from './care/useWeakChoice';
import { DeviceDialogs } from './DeviceDialogs';
import { DeviceFilters } from './DeviceFilters';
import { isWhole, readList } from './deviceList';
import { DeviceTable } from './DeviceTable';
import { DevicesActs } from './DevicesActs';

const NONE: Device[] = [];

/** The devices, page by page. What is shown (filter, order) and open (dialog, log) is in the address, so that it can be sent and survives a refresh. */
export function DevicesPage() {
  const { t } = useTranslation();
  const mayConfigure = useMay('device.configure');
  const [params, setParams] = useSearchParams();
  const find = useRef<HTMLInputElement>(null);
  const typed = params.get('q') ?? '';
  const q = useSettled(typed.trim());
  const list = useMemo(() => readList(params, q), [params, q]);
  const pages = useInfiniteQuery({ ...devicePagesQuery(list), placeholderData: keepPreviousData });
  const devices = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? NONE, [pages.data]);
  const totals = pages.data?.pages[0]?.totals;
  const setAll = (values: Record<string, string>) =>
    setParams((old) => withParams(old, values), { replace: 'q' in values });
  const set = (key: string, value: string) => setAll({ [key]: value });

  const { selection, select, selectThese, chosen } = useSelection(devices);
  const weak = useWeakChoice(selectThese);
  const chooseAll = useChooseDevices();
  useShortcuts('page', [
    { keys: ['/'], label: t('help.find'), run: () => find.current?.focus() },
    ...(mayConfigure ? [{ keys: ['n'], label: t('help.addDevice'), run: () => set('add', '1') }] : []),
  ]);

  const none = totals !== undefined && isWhole(list) && typed === '' && !pages.isPlaceholderData && totals.matching === 0;
  const matching = totals?.matching ?? 0;
  const beyond = pages.hasNextPage && devices.every((device) => selection.ids.has(device.id)) && chosen.length < matching;
  return (
    <>
      <PageBar title={t('device.title')} actions={mayConfigure && <DevicesActs onOpen={set} onWeak={weak.choose} />}>
        {!none && (
          <>
            <SiteFilter value={params.get('site') ?? ''} onChange={(id) => set('site', id)} />
            <div className="ly-device-find">
              <SearchField inputRef={find} label={t('device.find')} value={typed} onChange={(next) => set('q', next)} />
            </div>
            <span className="ly-muted ly-mono ly-device-count" role="status">{totals && t('device.count', { count: matching })}</span>
          </>
        )}
      </PageBar>
      {!none && <DeviceFilters list={list} totals={totals} onSet={set} />}
      {pages.error && <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Loading />}
      {none && (
        <Empty title={t('device.emptyTitle')} text={mayConfigure ? t('device.emptyText') : t('device.emptyOperator')}>
          {mayConfigure && <Button onClick={() => set('find', '1')}>{t('bringIn.find')}</Button>}
          {mayConfigure && <Button variant="secondary" onClick={() => set('add', '1')}>{t('device.add')}</Button>}
        </Empty>
      )}
      {totals && !none && devices.length === 0 && <Empty title={list.q === undefined ? t('deviceList.noMatch') : t('device.noMatch', { query: list.q })} />}
      {weak.notice && <div className="ly-device-notice">{weak.notice}</div>}
      {mayConfigure && chosen.length > 0 && (
        <SelectionBar
          devices={chosen}
          all={beyond ? { count: matching, pending: chooseAll.isPending, onChoose: () => chooseAll.mutate(list, { onSuccess: selectThese }) } : undefined}
          onClear={() => { select(NOTHING); weak.forget(); }}
          onBatch={(id) => set('batch', id)}
        />
      )}
      {chooseAll.error && <ProblemNotice error={chooseAll.error} onRetry={() => chooseAll.mutate(list, { onSuccess: selectThese })} />}
      {devices.length > 0 && (
        <DeviceTable devices={devices} mayConfigure={mayConfigure} list={list} onOrder={setAll} onOpen={set} selection={selection} onSelect={select}>
          <MoreRows shown={devices.length} total={matching} more={pages.hasNextPage} pending={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />
        </DeviceTable>
      )}
      <DeviceDialogs params={params} mayConfigure={mayConfigure} onSet={set} onGo={setParams} />
    </>
  );
}
