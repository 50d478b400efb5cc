import { Button } from '@patternfly/react-core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EMap, EMapMarker } from '../api/types';
import { ChannelSelect } from '../device/ChannelSelect';
import { FindOne } from '../ui/FindOne';
import { ContactDialog } from './ContactDialog';

interface Props {
  map: EMap;
  maps: readonly EMap[];
  markers: readonly EMapMarker[];
  pending: boolean;
  onAdd: (markers: EMapMarker[]) => void;
  onSave: () => void;
  onCancel: () => void;
}

/** What can be put on a map while it is changed. */
export function EditTools({ map, maps, markers, pending, onAdd, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const [contacts, setContacts] = useState(false);
  const cameras = useMemo(() => new Set(markers.flatMap(({ kind, channelId }) => (kind === 'CHANNEL' ? (channelId ?? []) : []))), [markers]);
  const others = useMemo(() => maps.filter((one) => one.id !== map.id && !markers.some((marked) => marked.targetId === one.id)), [maps, map.id, markers]);
  return (
    <>
      <ChannelSelect label={t('map.addCamera')} without={cameras} onChoose={({ id }) => onAdd([{ kind: 'CHANNEL', channelId: id, x: 0.5, y: 0.5 }])} />
      <Button variant="secondary" onClick={() => setContacts(true)}>{t('map.addContact')}</Button>
      {others.length > 0 && (
        <FindOne
          label={t('map.addZone')}
          find={(query) => others.filter((one) => one.name.toLowerCase().includes(query.trim().toLowerCase()))}
          onChoose={({ id }) => onAdd([{ kind: 'MAP', targetId: id, x: 0.4, y: 0.4, zone: { width: 0.2, height: 0.2 } }])}
        />
      )}
      <Button isLoading={pending} isDisabled={pending} onClick={onSave}>{t('map.save')}</Button>
      <Button variant="link" onClick={onCancel}>{t('app.cancel')}</Button>
      {contacts && (
        <ContactDialog
          markers={markers}
          onAdd={(added) => {
            setContacts(false);
            onAdd(added);
          }}
          onClose={() => setContacts(false)}
        />
      )}
    </>
  );
}
