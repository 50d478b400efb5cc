import NextIcon from '@patternfly/react-icons/dist/esm/icons/angle-right-icon';
import PreviousIcon from '@patternfly/react-icons/dist/esm/icons/angle-left-icon';
import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { dayText } from '../ui/format';
import { IconButton } from '../ui/IconButton';

interface Props {
  day: number;
  today: number;
  onStep: (days: number) => void;
  onToday: () => void;
}

export function DayPicker({ day, today, onStep, onToday }: Props) {
  const { t } = useTranslation();
  return (
    <div className="ly-day">
      <IconButton label={t('playback.previousDay')} shortcut="PgUp" icon={<PreviousIcon />} onClick={() => onStep(-1)} />
      <time dateTime={dayText(day)}>{dayText(day)}</time>
      <IconButton label={t('playback.nextDay')} shortcut="PgDn" icon={<NextIcon />} disabled={day >= today} onClick={() => onStep(1)} />
      {day < today && <Button variant="link" className="ly-wide-only" onClick={onToday}>{t('playback.today')}</Button>}
    </div>
  );
}
