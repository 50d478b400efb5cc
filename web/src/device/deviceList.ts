import type { DeviceListQuery } from '../api/types';

/** What of the devices is listed, in the page's address. */

const STATES = ['ONLINE', 'OFFLINE', 'CONNECTING'] as const;
const PROTOCOLS = ['ONVIF', 'RTSP', 'REGISTRATION'] as const;
const SORTS = ['NAME', 'STATE', 'SINCE', 'MODEL', 'ADDRESS'] as const;
export type ListState = (typeof STATES)[number];
export type Sort = (typeof SORTS)[number];

export { PROTOCOLS, STATES };

/** The list that the address asks for; what it says wrongly does not count. */
export function readList(params: URLSearchParams, q: string): DeviceListQuery {
  const one = <T extends string>(of: readonly T[], key: string) => of.find((word) => word === params.get(key)?.toUpperCase());
  const state = one(STATES, 'state');
  const protocol = one(PROTOCOLS, 'protocol');
  const sort = one(SORTS, 'sort');
  const reason = params.get('reason') ?? '';
  const site = params.get('site') ?? '';
  return {
    ...(q === '' ? {} : { q }),
    ...(/^[0-9a-f-]{36}$/i.test(site) ? { site } : {}),
    ...(state === undefined ? {} : { state }),
    ...(reason === '' ? {} : { reason }),
    ...(protocol === undefined ? {} : { protocol }),
    ...(sort === undefined ? {} : { sort }),
    ...(params.get('order') === 'down' ? { descending: true } : {}),
  };
}

/** Whether the list is all there is. */
export function isWhole({ q, site, state, reason, protocol }: DeviceListQuery): boolean {
  return [q, site, state, reason, protocol].every((part) => part === undefined);
}

/** What a click on a column's head makes of the order: by it, then the other way round, then by name again. */
export function nextOrder({ sort, descending }: DeviceListQuery, clicked: Sort): { sort: string; order: string } {
  const now = sort ?? 'NAME';
  if (now !== clicked) return { sort: clicked === 'NAME' ? '' : clicked.toLowerCase(), order: '' };
  if (descending !== true) return { sort: clicked === 'NAME' ? '' : clicked.toLowerCase(), order: 'down' };
  return { sort: '', order: '' };
}
