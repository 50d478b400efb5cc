import { describe, expect, test } from 'vitest';
import { networkChange, type NetworkForm } from './networkForm';

const BEFORE: NetworkForm = { hostname: 'gate', gateway: '10.0.0.1', nameServers: '', card: 'eth0', dhcp: false, address: '10.0.0.9/24' };

describe('the network of a device', () => {
  test('is sent only where it was changed', () => {
    expect(networkChange(BEFORE, BEFORE)).toEqual({});
    expect(networkChange(BEFORE, { ...BEFORE, hostname: ' north ', nameServers: '10.0.0.2, 10.0.0.3' })).toEqual({
      hostname: 'north', nameServers: ['10.0.0.2', '10.0.0.3'],
    });
  });

  test('keeps what was emptied: a device needs it', () => {
    expect(networkChange(BEFORE, { ...BEFORE, hostname: '', gateway: ' ' })).toEqual({});
  });

  test('takes an address with the length of its network, 24 without one', () => {
    expect(networkChange(BEFORE, { ...BEFORE, address: '10.0.0.10/16' })).toEqual({ card: 'eth0', dhcp: false, address: '10.0.0.10', prefix: 16 });
    expect(networkChange({ ...BEFORE, dhcp: true }, { ...BEFORE, address: '10.0.0.9' })).toMatchObject({ dhcp: false, prefix: 24 });
    expect(networkChange(BEFORE, { ...BEFORE, dhcp: true })).toEqual({ card: 'eth0', dhcp: true });
  });
});
