import { Button } from '@patternfly/react-core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlarmActKind, AlarmPriority } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { Empty } from '../ui/Empty';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { PageBar } from '../ui/PageBar';
import { ProblemNotice } from '../ui/ProblemNotice';
import { SearchField } from '../ui/SearchField';
import { useShortcuts } from '../ui/shortcuts';
import { Tabs } from '../ui/Tabs';
import { useAddressParams, withParams } from '../ui/useAddressParams';
import { AlarmActs } from './AlarmActs';
import { AlarmDetail } from './AlarmDetail';
import { alarmsQuery, QUEUES, useActOnAlarms, type AlarmFilter, type Queue } from './alarms';
import { AlarmPlaces } from './AlarmPlaces';
import { AlarmTable } from './AlarmTable';
import { ShelfList } from './ShelfList';
import { SoundButton } from './SoundButton';
import { beside, concerned } from './triage';
import { useAlarmNews } from './useAlarmNews';
import '../ui/page.css';
import '../live/live.css';
import '../recording/playback.css';
import './alarm.css';

const PRIORITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const;
const NEEDS_NOTE = new Set<AlarmActKind>(['FALSE_ALARM', 'IGNORE', 'COMMENT']);

function filterOf(params: URLSearchParams): AlarmFilter {
  return {
    queue: QUEUES.find((one) => one === params.get('queue')) ?? 'OPEN',
    q: params.get('q') ?? '',
    priority: PRIORITIES.find((one) => one === params.get('priority')) ?? '',
    channelId: params.get('channel') ?? '',
  };
}

/** The alarm center: queues, the open alarm, and what is done about it. Queue, filter and open alarm are in the address. */
export function AlarmsPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [params, change, newest] = useAddressParams();
  const filter = filterOf(params);
  const open = params.get('alarm') ?? undefined;
  const list = useInfiniteQuery(alarmsQuery(filter));
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const fresh = useAlarmNews(items, list.dataUpdatedAt === 0 || list.isFetching ? 0 : 1);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const [said, setSaid] = useState<string>();
  const noteField = useRef<HTMLTextAreaElement>(null);
  const act = useActOnAlarms();
  const shown = items.find((one) => one.id === open);
  const ids = concerned(items, marked, shown?.id);

  const set = useCallback((field: string, value: string) => change((old) => withParams(old, { [field]: value })), [change]);
  const onOpen = useCallback((id: string) => set('alarm', id), [set]);
  const onMark = useCallback((id: string) => setMarked((old) => toggled(old, id)), []);
  const go = (step: 1 | -1) => set('alarm', beside(items, newest().get('alarm') ?? undefined, step) ?? '');
  const showNew = () => void client.resetQueries({ queryKey: ['alarms', 'list'] });

  const run = (kind: AlarmActKind, to?: string) => {
    setSaid(undefined);
    if (NEEDS_NOTE.has(kind) && note.trim() === '') {
      setSaid(t('alarm.noteNeeded'));
      noteField.current?.focus();
      return;
    }
    // Each act has its own end, also when the next one is ordered before it: a quick hand loses no key.
    void act.mutateAsync({ kind, ids, comment: note, ...(to === undefined ? {} : { to }) }).then(
      (outcome) => {
        setNote('');
        setMarked(new Set());
        if (outcome.failed > 0) setSaid(t('alarm.partly', { ...outcome }));
      },
      () => undefined,
    );
  };
  const can = (kind: AlarmActKind) => () => ids.length > 0 && run(kind);
  useShortcuts('page', [
    { keys: ['ArrowDown', 'j'], label: t('alarm.key.next'), run: () => go(1) },
    { keys: ['ArrowUp', 'k'], label: t('alarm.key.previous'), run: () => go(-1) },
    { keys: ['a'], label: t('alarm.key.claim'), run: can('CLAIM') },
    { keys: ['r'], label: t('alarm.key.resolve'), run: can('RESOLVE') },
    { keys: ['f'], label: t('alarm.key.falseAlarm'), run: can('FALSE_ALARM') },
    { keys: ['n'], label: t('alarm.key.note'), run: () => noteField.current?.focus() },
    { keys: ['x'], label: t('alarm.key.mark'), run: () => shown && onMark(shown.id) },
    { keys: ['.'], label: t('alarm.key.fresh'), run: showNew },
  ]);

  return (
    <div className="ly-alarms">
      <PageBar
        title={t('alarm.title')}
        actions={<><SoundButton /><Button size="sm" variant="secondary" className="ly-alarm-fresh" isDisabled={fresh === 0} title={t('alarm.freshHint')} onClick={showNew}>{t('alarm.fresh', { count: fresh })}</Button></>}
      >
        <AlarmPlaces />
        <Tabs
          label={t('alarm.queue.label')}
          tabs={QUEUES.map((id) => ({ id, word: t(`alarm.queue.${id}`) }))}
          current={filter.queue}
          onChoose={(queue: Queue) => {
            setMarked(new Set());
            change(() => new URLSearchParams(queue === 'OPEN' ? {} : { queue }));
          }}
        />
        <select className="ly-select" aria-label={t('alarm.column.priority')} value={filter.priority} onChange={(event) => set('priority', event.target.value as AlarmPriority)}>
          <option value="">{t('alarm.anyPriority')}</option>
          {PRIORITIES.map((one) => <option key={one} value={one}>{t(`alarm.priority.${one}`)}</option>)}
        </select>
        <SearchField label={t('alarm.find')} value={filter.q} onChange={(q) => set('q', q)} />
      </PageBar>
      <div className="ly-alarms-list" tabIndex={0} role="region" aria-label={t(`alarm.queue.${filter.queue}`)}>
        {filter.queue === 'SHELVED' && <ShelfList />}
        {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <Loading />}
        {list.isSuccess && items.length === 0 && <Empty title={t('alarm.none')} text={t('alarm.noneText')} />}
        {items.length > 0 && (
          <AlarmTable
            items={items}
            open={open}
            marked={marked}
            onOpen={onOpen}
            onMark={onMark}
            onMarkAll={() => setMarked((old) => (items.every((one) => old.has(one.id)) ? new Set() : new Set(items.map((one) => one.id))))}
          />
        )}
        {list.hasNextPage && <div className="ly-section-acts"><Button variant="secondary" isLoading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('alarm.more')}</Button></div>}
      </div>
      <aside className="ly-alarms-side" aria-label={t('alarm.acts')}>
        <AlarmActs alarm={marked.size > 0 ? undefined : shown} count={ids.length} note={note} noteField={noteField} pending={act.isPending} onNote={setNote} onAct={run} />
        <div className="ly-alarm-said">
          {marked.size > 0 && <span className="ly-muted">{t('alarm.selected', { count: ids.length })}</span>}
          {said !== undefined && <Notice kind="warning" title={said} />}
          {act.error && <Notice kind="danger" title={act.error.message === '' ? problemWords(t, act.error) : act.error.message} />}
        </div>
        <div className="ly-alarm-room">{shown ? <AlarmDetail alarm={shown} /> : <p className="ly-muted">{t('alarm.choose')}</p>}</div>
      </aside>
    </div>
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
