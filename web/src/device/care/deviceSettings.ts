import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { refreshDevices } from '../../api/deviceQueries';
import type { AccountLevel, ClockSchedule, NewDeviceNetwork } from '../../api/types';
import { factsQuery } from '../devicePage';

/** What is set in a device itself: accounts, network; and the schedule of clocks. */
export const LEVELS: readonly AccountLevel[] = ['ADMINISTRATOR', 'OPERATOR', 'USER'];

export type AccountChange =
  | { act: 'add'; name: string; password: string; level: AccountLevel }
  | { act: 'set'; name: string; password: string; level: AccountLevel }
  | { act: 'remove'; name: string };

export function useChangeAccount(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: AccountChange): Promise<void> => {
      const path = { id, name: change.name };
      if (change.act === 'remove') await answer(api.DELETE('/api/v1/devices/{id}/accounts/{name}', { params: { path } }));
      else if (change.act === 'add') {
        await answer(api.POST('/api/v1/devices/{id}/accounts', { params: { path: { id } }, body: { name: change.name, password: change.password, level: change.level } }));
      } else {
        await answer(api.PUT('/api/v1/devices/{id}/accounts/{name}', {
          params: { path }, body: { level: change.level, ...(change.password === '' ? {} : { password: change.password }) },
        }));
      }
    },
    onSuccess: () => client.invalidateQueries({ queryKey: factsQuery(id).queryKey }),
  });
}

export function moveQuery(id: string) {
  return queryOptions({
    queryKey: ['device-move', id],
    queryFn: () => answer(api.GET('/api/v1/devices/{id}/network', { params: { path: { id } } })),
    staleTime: 30_000,
  });
}

export function useSetNetwork(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewDeviceNetwork) => answer(api.PUT('/api/v1/devices/{id}/network', { params: { path: { id } }, body })),
    onSuccess: (outcome) => {
      client.setQueryData(moveQuery(id).queryKey, outcome);
      if (outcome.newUrl === undefined) void client.invalidateQueries({ queryKey: factsQuery(id).queryKey });
    },
  });
}

/** Looks for the device at its new address. */
export function useFollow(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST('/api/v1/devices/{id}/network/follow', { params: { path: { id } } })),
    onSuccess: () => Promise.all([
      refreshDevices(client),
      client.invalidateQueries({ queryKey: moveQuery(id).queryKey }),
      client.invalidateQueries({ queryKey: factsQuery(id).queryKey }),
    ]),
  });
}

export const clockScheduleQuery = queryOptions({
  queryKey: ['clock-schedule'],
  queryFn: () => answer(api.GET('/api/v1/device-clocks/schedule')),
});

export const wrongClocksQuery = queryOptions({
  queryKey: ['wrong-clocks'],
  queryFn: async () => (await answer(api.GET('/api/v1/device-clocks'))).items,
  refetchInterval: 10_000,
});

export function useSetClockSchedule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ClockSchedule) => answer(api.PUT('/api/v1/device-clocks/schedule', { body })),
    onSuccess: (schedule) => client.setQueryData(clockScheduleQuery.queryKey, schedule),
  });
}

export function useRunClocks() {
  return useMutation({ mutationFn: () => answer(api.POST('/api/v1/device-clocks/run')) });
}
