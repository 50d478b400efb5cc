import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { serverNow } from '../api/serverClock';
import type { Alarm } from '../api/types';
import { hearAlarms } from './alarmNews';
import { withAlarm, type AlarmPages } from './alarms';
import { isFresh } from './triage';

/** Rows follow what the stream tells, in their place; alarms that are not shown are only counted, until they are asked for. */
export function useAlarmNews(items: readonly Alarm[], listedAt: number): number {
  const client = useQueryClient();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const shown = useRef(items);
  const since = useRef(0);
  useEffect(() => {
    shown.current = items;
  });
  useEffect(() => {
    since.current = listedAt === 0 ? 0 : serverNow() - 60_000;
    setFresh(new Set());
  }, [listedAt]);
  useEffect(
    () =>
      hearAlarms((alarm) => {
        client.setQueriesData<AlarmPages>({ queryKey: ['alarms', 'list'] }, (pages) => withAlarm(pages, alarm));
        setFresh((old) => {
          if (isFresh(shown.current, alarm, since.current) === old.has(alarm.id)) return old;
          const next = new Set(old);
          if (!next.delete(alarm.id)) next.add(alarm.id);
          return next;
        });
      }),
    [client],
  );
  return fresh.size;
}
