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

/**
 * The most important alarm about what the marker marks, the newest of these; they are listed newest first.
 * Alarms of an output are known by its device.
 */
export function alarmAt(marker: EMapMarker, alarms: readonly Alarm[], deviceId = marker.deviceId): Alarm | undefined {
  const here = alarms.filter((alarm) => {
    if (marker.kind === 'CHANNEL') return alarm.channelId !== undefined && alarm.channelId === marker.channelId;
    if (marker.kind === 'MAP' || deviceId === undefined) return false;
    return alarm.deviceId === deviceId && alarm.part === marker.part && (alarm.type === 'RELAY') === (marker.kind === 'OUTPUT');
  });
  return ORDER.flatMap((priority) => here.find((alarm) => alarm.priority === priority) ?? [])[0];
}
