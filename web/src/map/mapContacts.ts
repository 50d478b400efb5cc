import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { EMap, EMapContact, EMapMarker } from '../api/types';

/** What the inputs and outputs on a map said last; read again when one says something (see EventCache). */
export function mapContactsQuery(map: EMap) {
  return queryOptions({
    queryKey: ['outputs', 'map', map.id, map.version],
    queryFn: async () => (await answer(api.GET('/api/v1/maps/{id}/contacts', { params: { path: { id: map.id } } }))).items,
    refetchInterval: 60_000,
  });
}

/** What is known of a marked input or output; undefined: nothing yet, for example because it was just put there. */
export function contactAt(marker: EMapMarker, contacts: readonly EMapContact[]): EMapContact | undefined {
  if (marker.kind !== 'INPUT' && marker.kind !== 'OUTPUT') return undefined;
  return contacts.find(
    (one) => one.kind === marker.kind && one.part === marker.part && (marker.kind === 'INPUT' ? one.deviceId === marker.deviceId : one.channelId === marker.channelId),
  );
}

export type ContactWord = 'active' | 'inactive' | 'unknown';

export function contactWord(contact: EMapContact | undefined): ContactWord {
  return contact?.active === undefined ? 'unknown' : contact.active ? 'active' : 'inactive';
}

/** A place for the next one of several that are put on a map at once, so that none hides another. */
export function spread(count: number): { x: number; y: number } {
  return { x: 0.3 + 0.05 * (count % 9), y: 0.3 + 0.08 * (Math.floor(count / 9) % 6) };
}
