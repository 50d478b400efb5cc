import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useActOnAlarms } from '../alarm/alarms';
import { PRIORITY_TONE } from '../alarm/alarmWords';
import type { Alarm, Channel, EMapMarker } from '../api/types';
import { useMay } from '../app/useSession';
import { useTypeWords } from '../event/eventTypes';
import { problemWords } from '../i18n/problemWords';
import { Mark } from '../ui/Mark';
import { Notice } from '../ui/Notice';
import { CONNECTION_TONE, RECORDING_TONE } from '../ui/states';
import { wallOf } from './markers';

interface Props {
  marker: EMapMarker;
  name: string;
  /** Of a camera. */
  channel: Channel | undefined;
  /** What nobody has yet. */
  alarm: Alarm | undefined;
  onChange: ((marker: EMapMarker) => void) | undefined;
  onRemove: () => void;
  onOpen: () => void;
}

const FIRST_SIGHT = { angle: 0, arc: 90, reach: 0.1 };

/** What is known of the chosen marker and what can be done with it. */
export function MarkerPanel({ marker, name, channel, alarm, onChange, onRemove, onOpen }: Props) {
  const { t } = useTranslation();
  const mayPlay = useMay('recording.play');
  const sight = marker.sight;
  const number = (word: 'angle' | 'arc' | 'reach', least: number, most: number, step: number, factor: number) =>
    sight && (
      <label className="ly-field">
        <span>{t(`map.${word}`, { value: Math.round(sight[word] * factor) })}</span>
        <input type="range" min={least} max={most} step={step} value={sight[word]} onChange={(event) => onChange?.({ ...marker, sight: { ...sight, [word]: event.target.valueAsNumber } })} />
      </label>
    );
  return (
    <section className="ly-map-panel" aria-label={name}>
      <h2>{name}</h2>
      {channel && (
        <p className="ly-map-states">
          <Mark tone={CONNECTION_TONE[channel.state]} word={t(`state.${channel.state}`)} />
          <Mark tone={RECORDING_TONE[channel.recording.state]} word={t(`recording.${channel.recording.state}`)} />
        </p>
      )}
      {alarm && <Waiting alarm={alarm} />}
      {onChange === undefined && channel && (
        <div className="ly-actions">
          <Link to={wallOf([channel.id])}>{t('nav.live')}</Link>
          {mayPlay && <Link to={`/playback?channel=${channel.id}`}>{t('nav.playback')}</Link>}
        </div>
      )}
      {marker.kind === 'MAP' && <Button variant="link" isInline onClick={onOpen}>{t('map.open')}</Button>}
      {onChange && marker.kind === 'CHANNEL' && (
        <label className="ly-map-check">
          <input type="checkbox" checked={sight !== undefined} onChange={(event) => onChange(event.target.checked ? { ...marker, sight: FIRST_SIGHT } : withoutSight(marker))} />
          {t('map.sight')}
        </label>
      )}
      {onChange && number('angle', 0, 359, 1, 1)}
      {onChange && number('arc', 10, 360, 5, 1)}
      {onChange && number('reach', 0.02, 0.6, 0.01, 100)}
      {onChange && <Button variant="link" isInline isDanger onClick={onRemove}>{t('map.takeAway')}</Button>}
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

function withoutSight({ sight: _, ...rest }: EMapMarker): EMapMarker {
  return rest;
}
