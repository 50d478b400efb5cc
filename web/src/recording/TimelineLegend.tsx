import { useTranslation } from 'react-i18next';
import { KINDS } from './spans';

/** What the colours and signs of the timeline mean. */
export function TimelineLegend() {
  const { t } = useTranslation();
  return (
    <ul className="ly-legends" aria-label={t('playback.legend')}>
      {KINDS.map((kind) => (
        <li key={kind} className="ly-legend"><i className={`ly-legend-${kind.toLowerCase()}`} />{t(`playback.kinds.${kind}`)}</li>
      ))}
      <li className="ly-legend"><i className="ly-legend-gap" />{t('playback.gap')}</li>
    </ul>
  );
}
