import type { DeviceFacts, NewDeviceNetwork } from '../../api/types';

/** The network of a device as a person types it. */
export interface NetworkForm {
  hostname: string;
  gateway: string;
  /** Separated by blanks or commas. */
  nameServers: string;
  card: string;
  dhcp: boolean;
  /** With the length of the network: `192.168.1.20/24`. */
  address: string;
}

export function networkForm(facts: DeviceFacts): NetworkForm {
  const card = facts.network[0];
  return {
    hostname: facts.hostname,
    gateway: facts.gateway,
    nameServers: facts.nameServers.join(' '),
    card: card?.token ?? '',
    dhcp: card?.dhcp ?? false,
    address: card?.address ?? '',
  };
}

/** Only what differs; an address without a length is that of a network of 24 bits. */
export function networkChange(before: NetworkForm, now: NetworkForm): NewDeviceNetwork {
  const change: NewDeviceNetwork = {};
  const changed = (field: 'hostname' | 'gateway' | 'nameServers' | 'address') => now[field].trim() !== before[field].trim() && now[field].trim() !== '';
  if (changed('hostname')) change.hostname = now.hostname.trim();
  if (changed('gateway')) change.gateway = now.gateway.trim();
  if (changed('nameServers')) change.nameServers = now.nameServers.split(/[\s,;]+/).filter((word) => word !== '');
  if (now.card !== '' && now.dhcp && !before.dhcp) {
    change.card = now.card;
    change.dhcp = true;
  } else if (now.card !== '' && !now.dhcp && (before.dhcp || changed('address'))) {
    const [address = '', prefix = '24'] = now.address.trim().split('/');
    change.card = now.card;
    change.dhcp = false;
    change.address = address;
    change.prefix = Number(prefix);
  }
  return change;
}
