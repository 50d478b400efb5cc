import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useActOnAlarms } from '../alarm/alarms';
import { PRIORITY_TONE } from '../alarm/alarmWords';
import type { Alarm, EMapMarker } from '../api/types';
import { useMay } from '../app/useSession';
import { useTypeWords } from '../event/eventTypes';
import { problemWords } from '../i18n/problemWords';
import { Mark } from '../ui/Mark';
import { Notice } from '../ui/Notice';
import { CONNECTION_TONE, RECORDING_TONE } from '../ui/states';
import { ContactPanel } from './ContactPanel';
import { MarkerFields } from './MarkerFields';
import { wallOf } from './markers';
import type { Known } from './useLook';

interface Props {
  marker: EMapMarker;
  name: string;
  geographic: boolean;
  known: Known;
  /** Given while the map is changed. */
  edit: { onChange: (marker: EMapMarker) => void; onRemove: () => void; onOutline: () => void } | undefined;
  onOpen: () => void;
}

/** What is known of the chosen marker and what can be done with it. */
export function MarkerPanel({ marker, name, geographic, known: { channel, contact, alarm }, edit, onOpen }: Props) {
  const { t } = useTranslation();
  const mayPlay = useMay('recording.play');
  const camera = marker.kind === 'CHANNEL' ? channel : undefined;
  const isContact = marker.kind === 'INPUT' || marker.kind === 'OUTPUT';
  return (
    <section className="ly-map-panel" aria-label={name}>
      <h2>{name}</h2>
      {camera && (
        <p className="ly-map-states">
          <Mark tone={CONNECTION_TONE[camera.state]} word={t(`state.${camera.state}`)} />
          <Mark tone={RECORDING_TONE[camera.recording.state]} word={t(`recording.${camera.recording.state}`)} />
        </p>
      )}
      {isContact && edit === undefined && <ContactPanel marker={marker} name={name} contact={contact} channel={channel} />}
      {alarm && <Waiting alarm={alarm} />}
      {edit === undefined && camera && (
        <div className="ly-actions">
          <Link to={wallOf([camera.id])}>{t('nav.live')}</Link>
          {mayPlay && <Link to={`/playback?channel=${camera.id}`}>{t('nav.playback')}</Link>}
        </div>
      )}
      {marker.kind === 'MAP' && edit === undefined && <Button variant="link" isInline onClick={onOpen}>{t('map.open')}</Button>}
      {edit && <MarkerFields marker={marker} name={name} geographic={geographic} onChange={edit.onChange} onOutline={edit.onOutline} />}
      {edit && <Button variant="link" isInline isDanger onClick={edit.onRemove}>{t('map.takeAway')}</Button>}
    </section>
  );
}

/** An alarm that waits, and a way to take it. */
function Waiting({ alarm }: { alarm: Alarm }) {
  const { t } = useTranslation();
  const typeWords = useTypeWords();
  const mayTake = useMay('alarm.operate');
  const act = useActOnAlarms();
  return (
    <>
      <p className="ly-map-states">
        <Mark tone={PRIORITY_TONE[alarm.priority]} word={t(`alarm.priority.${alarm.priority}`)} />
        <Link to={`/alarms?alarm=${alarm.id}`}>{typeWords(alarm.type)}</Link>
      </p>
      {mayTake && <Button size="sm" isDisabled={act.isPending} onClick={() => act.mutate({ kind: 'CLAIM', ids: [alarm.id], comment: '' })}>{t('alarm.act.CLAIM')}</Button>}
      {act.error && <Notice kind="danger" title={act.error.message === '' ? problemWords(t, act.error) : act.error.message} />}
    </>
  );
}
