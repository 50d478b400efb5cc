import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Alarm, EMapMarker } from '../api/types';

/** Alarms that nobody has, at most a thousand; asked for again when the stream tells of one. */
export const waitingAlarmsQuery = queryOptions({
  queryKey: ['alarm-count', 'waiting'],
  queryFn: async () => (await answer(api.GET('/api/v1/alarms', { params: { query: { queue: 'OPEN', limit: 1000 } } }))).items,
  refetchInterval: 30_000,
});

const ORDER: readonly Alarm['priority'][] = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'];

/** The most important alarm about what the marker marks, the newest of these; they are listed newest first. */
export function alarmAt(marker: EMapMarker, alarms: readonly Alarm[]): Alarm | undefined {
  const here = alarms.filter((alarm) =>
    marker.kind === 'CHANNEL'
      ? marker.channelId !== undefined && alarm.channelId === marker.channelId
      : marker.kind === 'INPUT' && alarm.deviceId !== undefined && alarm.deviceId === marker.deviceId && alarm.part === marker.part,
  );
  return ORDER.flatMap((priority) => here.find((alarm) => alarm.priority === priority) ?? [])[0];
}
