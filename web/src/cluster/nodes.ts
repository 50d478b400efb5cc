import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { answer, api } from '../api/client';
import type { Device, Node } from '../api/types';

/** The nodes of the center, and which of them drives a device. */

export const nodesQuery = queryOptions({
  queryKey: ['nodes'],
  queryFn: async () => (await answer(api.GET('/api/v1/nodes'))).items,
  refetchInterval: 10_000,
});

/** Takes a node that is gone off the list. */
export function useForgetNode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => answer(api.DELETE('/api/v1/nodes/{name}', { params: { path: { name } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['nodes'] }),
  });
}

type Driven = Pick<Device, 'node' | 'homeNode'>;

/** Whether another node than its home drives a device. */
export function isAbroad({ node, homeNode }: Driven): boolean {
  return node !== undefined && homeNode !== undefined && node !== homeNode;
}

/** Who drives a device, in a sentence; without the list of nodes a home that does not is taken for away. */
export function drivenWords(t: TFunction, { node, homeNode: home }: Driven, nodes: readonly Node[] | undefined): string {
  if (node === undefined) return home === undefined ? t('cluster.nobody') : t('cluster.waits', { home });
  if (home === undefined) return t('cluster.runs', { node });
  if (home === node) return t('cluster.runsHome', { node });
  const there = nodes?.find((one) => one.name === home)?.alive === true;
  return there ? t('cluster.runsSoon', { node, home }) : t('cluster.runsAway', { node, home });
}
