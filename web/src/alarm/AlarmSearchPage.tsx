import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../api/serverClock';
import { Empty } from '../ui/Empty';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { PageBar } from '../ui/PageBar';
import { ProblemNotice } from '../ui/ProblemNotice';
import { useShortcuts } from '../ui/shortcuts';
import { useAddressParams, withParams } from '../ui/useAddressParams';
import { useSettled } from '../ui/useSettled';
import { AlarmDetail } from './AlarmDetail';
import { hearAlarms } from './alarmNews';
import { AlarmPlaces } from './AlarmPlaces';
import { withAlarm, type AlarmPages } from './alarms';
import { AlarmTable } from './AlarmTable';
import { alarmSearchQuery, exportAddress, searchOf, wrongWith } from './search';
import { SearchFilters } from './SearchFilters';
import { SearchGoesOn } from './SearchGoesOn';
import { beside } from './triage';
import '../ui/page.css';
import '../live/live.css';
import '../recording/playback.css';
import './alarm.css';
import './search.css';

/** So many rows are looked for without being asked: more than a screen shows. */
const ENOUGH = 50;

/** The search among all alarms, and one of them. The search and the open alarm are in the address. */
export function AlarmSearchPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [params, change, newest] = useAddressParams();
  const typed = searchOf(params, serverNow());
  const search = JSON.parse(useSettled(JSON.stringify(typed))) as typeof typed;
  const wrong = wrongWith(search);
  const list = useInfiniteQuery(alarmSearchQuery(search));
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const open = params.get('alarm') ?? undefined;
  const shown = items.find((one) => one.id === open);
  const set = useCallback((field: string, value: string) => change((old) => withParams(old, { [field]: value })), [change]);
  const onOpen = useCallback((id: string) => set('alarm', id), [set]);
  const go = (step: 1 | -1) => set('alarm', beside(items, newest().get('alarm') ?? undefined, step) ?? '');
  useShortcuts('page', [
    { keys: ['ArrowDown', 'j'], label: t('alarm.key.next'), run: () => go(1) },
    { keys: ['ArrowUp', 'k'], label: t('alarm.key.previous'), run: () => go(-1) },
  ]);
  useEffect(() => hearAlarms((alarm) => client.setQueriesData<AlarmPages>({ queryKey: ['alarms', 'search'] }, (pages) => withAlarm(pages, alarm))), [client]);

  return (
    <div className="ly-alarms ly-alarm-search">
      <PageBar title={t('alarm.title')} actions={wrong === undefined && <a className="ly-search-export" href={exportAddress(search)} download>{t('alarmSearch.export')}</a>}>
        <AlarmPlaces />
      </PageBar>
      <div className="ly-alarms-list" tabIndex={0} role="region" aria-label={t('alarmSearch.title')}>
        <SearchFilters search={typed} onChange={set} />
        {wrong !== undefined && <Notice kind="warning" title={t(`alarmSearch.wrong.${wrong}`)} />}
        {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
        {list.isLoading && <Loading />}
        {list.isSuccess && items.length === 0 && !list.hasNextPage && <Empty title={t('alarmSearch.none')} text={t('alarmSearch.noneText')} />}
        {items.length > 0 && <AlarmTable items={items} open={open} onOpen={onOpen} />}
        {list.hasNextPage && <SearchGoesOn reached={list.data?.pages.at(-1)?.reached} enough={items.length >= ENOUGH} key={JSON.stringify(search)} list={list} />}
      </div>
      <aside className="ly-alarms-side" aria-label={t('alarmSearch.chosen')}>
        <div className="ly-alarm-room">{shown ? <AlarmDetail alarm={shown} /> : <p className="ly-muted">{t('alarmSearch.choose')}</p>}</div>
      </aside>
    </div>
  );
}
