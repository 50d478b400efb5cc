import { useTranslation } from 'react-i18next';
import { clockDifference } from '../api/serverClock';
import { timeText, zoneName, zoneOffsetText } from '../ui/format';
import { useNow } from '../ui/useNow';

/** The center's time in the viewer's zone; says so when the computer's own clock is off. */
export function HeaderClock() {
  const { t } = useTranslation();
  const now = useNow();
  const offset = zoneOffsetText(now);
  const difference = Math.round(clockDifference() / 1000);
  const hints = [t('app.zone', { zone: zoneName(), offset })];
  if (difference !== 0) hints.push(t('app.clockDiffers', { seconds: Math.abs(difference) }));
  return (
    <span className="ly-clock ly-wide-only" title={hints.join('\n')}>
      <time dateTime={new Date(now).toISOString()}>{timeText(now)}</time>
      <span className="ly-zone">{offset}</span>
      {difference !== 0 && <span className="ly-tone-major">±{Math.abs(difference)} s</span>}
    </span>
  );
}
