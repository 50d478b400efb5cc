import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { EMapMarker } from '../api/types';
import { DegreeFields } from './DegreeFields';
import { movedTo } from './markers';
import { cornersOf, outlined } from './outline';
import { degreesOf, metresOf, placeOf, reachOf } from './plane';

interface Props {
  marker: EMapMarker;
  name: string;
  geographic: boolean;
  onChange: (marker: EMapMarker) => void;
  /** Begins to draw the outline of a zone by its points. */
  onOutline: () => void;
}

const FIRST_SIGHT = { angle: 0, arc: 90, reach: 0.1 };
const FIRST_METRES = 50;

/** What can be said of a marker beside where it was dragged: what it is called, how a camera looks, the outline of a zone, degrees. */
export function MarkerFields({ marker, name, geographic, onChange, onOutline }: Props) {
  const { t } = useTranslation();
  const { x, y } = marker;
  return (
    <>
      {marker.kind !== 'CHANNEL' && (
        <label className="ly-field">
          <span>{t('map.label')}</span>
          <input className="ly-input" maxLength={100} value={marker.label ?? ''} placeholder={name} onChange={(event) => onChange(labelled(marker, event.target.value))} />
        </label>
      )}
      {marker.kind === 'MAP' && (
        <>
          <div className="ly-actions">
            <Button size="sm" variant="secondary" onClick={onOutline}>{t('map.drawOutline')}</Button>
            {marker.outline === undefined && <Button size="sm" variant="secondary" onClick={() => onChange(outlined(marker, cornersOf(marker)))}>{t('map.freeCorners')}</Button>}
          </div>
          <p className="ly-muted">{t(marker.outline === undefined ? 'map.sizeHint' : 'map.cornerHint')}</p>
        </>
      )}
      {marker.kind === 'CHANNEL' && <SightFields marker={marker} geographic={geographic} onChange={onChange} />}
      {geographic && <DegreeFields value={degreesOf(x, y)} onChange={({ latitude, longitude }) => onChange(movedTo(marker, ...placeOf(latitude, longitude)))} />}
    </>
  );
}

/** How a camera looks. On a geographic map it reaches so many metres. */
function SightFields({ marker, geographic, onChange }: Pick<Props, 'marker' | 'geographic' | 'onChange'>) {
  const { t } = useTranslation();
  const { sight, y } = marker;
  const first = geographic ? { ...FIRST_SIGHT, reach: reachOf(FIRST_METRES, y) } : FIRST_SIGHT;
  const slider = (label: string, value: number, [least, most, step]: readonly [number, number, number], change: (value: number) => Partial<typeof FIRST_SIGHT>) =>
    sight && (
      <label className="ly-field">
        <span>{label}</span>
        <input type="range" min={least} max={most} step={step} value={value} onChange={(event) => onChange({ ...marker, sight: { ...sight, ...change(event.target.valueAsNumber) } })} />
      </label>
    );
  const metres = Math.round(metresOf(sight?.reach ?? 0, y));
  return (
    <>
      <label className="ly-map-check">
        <input type="checkbox" checked={sight !== undefined} onChange={(event) => onChange(event.target.checked ? { ...marker, sight: first } : withoutSight(marker))} />
        {t('map.sight')}
      </label>
      {sight && slider(t('map.angle', { value: sight.angle }), sight.angle, [0, 359, 1], (angle) => ({ angle }))}
      {sight && slider(t('map.arc', { value: sight.arc }), sight.arc, [10, 360, 5], (arc) => ({ arc }))}
      {sight && !geographic && slider(t('map.reach', { value: Math.round(sight.reach * 100) }), sight.reach, [0.02, 0.6, 0.01], (reach) => ({ reach }))}
      {sight && geographic && slider(t('map.metres', { value: metres }), metres, [5, 500, 5], (value) => ({ reach: reachOf(value, y) }))}
    </>
  );
}

function labelled({ label: _, ...rest }: EMapMarker, label: string): EMapMarker {
  return label === '' ? rest : { ...rest, label };
}

function withoutSight({ sight: _, ...rest }: EMapMarker): EMapMarker {
  return rest;
}
