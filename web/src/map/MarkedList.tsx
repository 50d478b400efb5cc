import { useTranslation } from 'react-i18next';
import type { EMapMarker } from '../api/types';
import { Shape } from '../ui/Mark';
import type { Look } from './drawMarkers';
import { subjectOf } from './markers';

interface Props {
  markers: readonly EMapMarker[];
  look: (marker: EMapMarker) => Look;
  chosen: string | undefined;
  onChoose: (marker: EMapMarker) => void;
}

/** What is on the map in words, for keyboard and screen reader. */
export function MarkedList({ markers, look, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <ul className="ly-side-list">
      {markers.map((marker) => {
        const { title, tone } = look(marker);
        return (
          <li key={subjectOf(marker)}>
            <button type="button" aria-current={subjectOf(marker) === chosen} onClick={() => onChoose(marker)}>
              <span className="ly-map-listed">{title}</span>
              {marker.kind === 'CHANNEL' ? <Shape tone={tone} /> : <span className="ly-muted">{t(`map.kind.${marker.kind}`)}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
