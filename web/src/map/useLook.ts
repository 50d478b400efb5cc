import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannels } from '../api/channelQueries';
import type { Alarm, Channel, EMap, EMapContact, EMapMarker } from '../api/types';
import { useMay } from '../app/useSession';
import { CONNECTION_TONE } from '../ui/states';
import type { Look } from './drawMarkers';
import { alarmAt, waitingAlarmsQuery } from './mapAlarms';
import { contactAt, contactWord, mapContactsQuery } from './mapContacts';

export interface Known {
  /** The camera, or of an output the channel by which it is switched. */
  channel: Channel | undefined;
  contact: EMapContact | undefined;
  alarm: Alarm | undefined;
}

/** What is known of the markers now, and how they look by that. */
export function useLook(map: EMap, maps: readonly EMap[], markers: readonly EMapMarker[]) {
  const { t } = useTranslation();
  const ids = useMemo(() => markers.flatMap(({ channelId }) => channelId ?? []), [markers]);
  const channels = useChannels(ids);
  const channelOf = useMemo(() => new Map(channels.found.map((channel) => [channel.id, channel])), [channels.found]);
  const contacts = useQuery({ ...mapContactsQuery(map), enabled: markers.some(({ kind }) => kind === 'INPUT' || kind === 'OUTPUT') });
  const alarms = useQuery({ ...waitingAlarmsQuery, enabled: useMay('alarm.read') });
  const known = useCallback(
    (marker: EMapMarker): Known => {
      const channel = channelOf.get(marker.channelId ?? '');
      return { channel, contact: contactAt(marker, contacts.data ?? []), alarm: alarmAt(marker, alarms.data ?? [], marker.deviceId ?? channel?.deviceId) };
    },
    [channelOf, contacts.data, alarms.data],
  );
  const look = useCallback(
    (marker: EMapMarker): Look => {
      if (marker.kind === 'MAP') {
        const name = marker.label ?? maps.find((one) => one.id === marker.targetId)?.name ?? '';
        return { name, title: name, tone: 'off' };
      }
      const { channel, contact, alarm } = known(marker);
      const camera = marker.kind === 'CHANNEL';
      const name = marker.label ?? (camera ? channel?.name : marker.part) ?? '…';
      const word = contactWord(contact);
      const title = camera ? name : t('map.contact', { name, state: t(`inputs.${word}`) });
      return {
        name,
        title: alarm ? t('mapAlarm.at', { name: title }) : title,
        tone: camera ? (channel ? CONNECTION_TONE[channel.state] : 'off') : word === 'active' ? 'busy' : 'off',
        ...(word === 'active' && !camera ? { active: true } : {}),
        ...(alarm ? { alarmed: true, ...(alarm.flashes === undefined ? {} : { flashes: alarm.flashes }) } : {}),
      };
    },
    [known, maps, t],
  );
  return { known, look, problem: alarms.error ? t('mapAlarm.unknown') : contacts.error ? t('map.contactsUnknown') : undefined };
}
