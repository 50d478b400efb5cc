import { Button } from '@patternfly/react-core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EMap, EMapMarker } from '../api/types';
import { ChannelSelect } from '../device/ChannelSelect';
import { FindOne } from '../ui/FindOne';
import { ContactDialog } from './ContactDialog';
import { outlined, cornersOf } from './outline';
import type { Plane } from './plane';

interface Props {
  map: EMap;
  plane: Plane;
  maps: readonly EMap[];
  markers: readonly EMapMarker[];
  pending: boolean;
  onAdd: (markers: EMapMarker[]) => void;
  onSave: () => void;
  onCancel: () => void;
}

/** What can be put on a map while it is changed. */
export function EditTools({ map, plane, maps, markers, pending, onAdd, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const [contacts, setContacts] = useState(false);
  const cameras = useMemo(() => new Set(markers.flatMap(({ kind, channelId }) => (kind === 'CHANNEL' ? (channelId ?? []) : []))), [markers]);
  const others = useMemo(() => maps.filter((one) => one.id !== map.id && !markers.some((marked) => marked.targetId === one.id)), [maps, map.id, markers]);
  // What is put on a map comes to where it is seen at first.
  const seen = (x: number, y: number) => ({ x: plane.middle[0] + (x - 0.5) * plane.span, y: plane.middle[1] + (y - 0.5) * plane.span });
  const way = (targetId: string): EMapMarker => {
    const zone: EMapMarker = { kind: 'MAP', targetId, ...seen(0.4, 0.4), zone: { width: 0.2 * plane.span, height: 0.2 * plane.span } };
    return map.start === undefined ? zone : outlined(zone, cornersOf(zone));
  };
  return (
    <>
      <ChannelSelect label={t('map.addCamera')} without={cameras} onChoose={({ id }) => onAdd([{ kind: 'CHANNEL', channelId: id, ...seen(0.5, 0.5) }])} />
      <Button variant="secondary" onClick={() => setContacts(true)}>{t('map.addContact')}</Button>
      {others.length > 0 && (
        <FindOne
          label={t('map.addZone')}
          find={(query) => others.filter((one) => one.name.toLowerCase().includes(query.trim().toLowerCase()))}
          onChoose={({ id }) => onAdd([way(id)])}
        />
      )}
      <Button isLoading={pending} isDisabled={pending} onClick={onSave}>{t('map.save')}</Button>
      <Button variant="link" onClick={onCancel}>{t('app.cancel')}</Button>
      {contacts && (
        <ContactDialog
          markers={markers}
          onAdd={(added) => {
            setContacts(false);
            onAdd(added.map((one) => ({ ...one, ...seen(one.x, one.y) })));
          }}
          onClose={() => setContacts(false)}
        />
      )}
    </>
  );
}
