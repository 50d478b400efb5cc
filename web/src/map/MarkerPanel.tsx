import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Channel, EMapMarker } from '../api/types';
import { useMay } from '../app/useSession';
import { Mark } from '../ui/Mark';
import { CONNECTION_TONE, RECORDING_TONE } from '../ui/states';
import { wallOf } from './markers';

interface Props {
  marker: EMapMarker;
  name: string;
  /** Of a camera. */
  channel: Channel | undefined;
  onChange: ((marker: EMapMarker) => void) | undefined;
  onRemove: () => void;
  onOpen: () => void;
}

const FIRST_SIGHT = { angle: 0, arc: 90, reach: 0.1 };

/** What is known of the chosen marker and what can be done with it. */
export function MarkerPanel({ marker, name, channel, onChange, onRemove, onOpen }: Props) {
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

function withoutSight({ sight: _, ...rest }: EMapMarker): EMapMarker {
  return rest;
}
