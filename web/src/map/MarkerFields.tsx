import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { EMapMarker } from '../api/types';
import { cornersOf, outlined } from './outline';

interface Props {
  marker: EMapMarker;
  name: string;
  onChange: (marker: EMapMarker) => void;
  /** Begins to draw the outline of a zone by its points. */
  onOutline: () => void;
}

const FIRST_SIGHT = { angle: 0, arc: 90, reach: 0.1 };

/** What can be said of a marker beside its place: what it is called, how a camera looks, the outline of a zone. */
export function MarkerFields({ marker, name, onChange, onOutline }: Props) {
  const { t } = useTranslation();
  const sight = marker.sight;
  const number = (word: 'angle' | 'arc' | 'reach', least: number, most: number, step: number, factor: number) =>
    sight && (
      <label className="ly-field">
        <span>{t(`map.${word}`, { value: Math.round(sight[word] * factor) })}</span>
        <input type="range" min={least} max={most} step={step} value={sight[word]} onChange={(event) => onChange({ ...marker, sight: { ...sight, [word]: event.target.valueAsNumber } })} />
      </label>
    );
  if (marker.kind !== 'CHANNEL') {
    return (
      <>
        <label className="ly-field">
          <span>{t('map.label')}</span>
          <input className="ly-input" maxLength={100} value={marker.label ?? ''} placeholder={name} onChange={(event) => onChange(labelled(marker, event.target.value))} />
        </label>
        {marker.kind === 'MAP' && (
          <>
            <div className="ly-actions">
              <Button size="sm" variant="secondary" onClick={onOutline}>{t('map.drawOutline')}</Button>
              {marker.outline === undefined && <Button size="sm" variant="secondary" onClick={() => onChange(outlined(marker, cornersOf(marker)))}>{t('map.freeCorners')}</Button>}
            </div>
            <p className="ly-muted">{t(marker.outline === undefined ? 'map.sizeHint' : 'map.cornerHint')}</p>
          </>
        )}
      </>
    );
  }
  return (
    <>
      <label className="ly-map-check">
        <input type="checkbox" checked={sight !== undefined} onChange={(event) => onChange(event.target.checked ? { ...marker, sight: FIRST_SIGHT } : withoutSight(marker))} />
        {t('map.sight')}
      </label>
      {number('angle', 0, 359, 1, 1)}
      {number('arc', 10, 360, 5, 1)}
      {number('reach', 0.02, 0.6, 0.01, 100)}
    </>
  );
}

function labelled({ label: _, ...rest }: EMapMarker, label: string): EMapMarker {
  return label === '' ? rest : { ...rest, label };
}

function withoutSight({ sight: _, ...rest }: EMapMarker): EMapMarker {
  return rest;
}
