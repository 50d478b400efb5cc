import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayName } from './dayName';
import { MOST_PERIODS, parseSpans, spansText, type Day, type Span } from './week';

interface Props {
  day: Day;
  spans: readonly Span[];
  readOnly: boolean;
  onChange: (spans: readonly Span[]) => void;
}

/** The periods of a day as text; what is typed counts when the field is left or Enter is pressed. */
export function PeriodField({ day, spans, readOnly, onChange }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string>();
  const read = typed === undefined ? spans : parseSpans(typed);
  const wrong = read === undefined ? t('schedule.notPeriods') : read.length > MOST_PERIODS ? t('schedule.mostPeriods') : undefined;
  const take = () => {
    if (typed === undefined || read === undefined || wrong !== undefined) return;
    setTyped(undefined);
    onChange(read);
  };
  return (
    <span className="ly-week-typed">
      <input
        className="ly-input ly-mono"
        aria-label={t('schedule.periodsOf', { day: dayName(day) })}
        aria-invalid={wrong !== undefined}
        title={wrong ?? t('schedule.periodsHint')}
        readOnly={readOnly}
        value={typed ?? spansText(spans)}
        placeholder={t('schedule.none')}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            take();
          } else if (event.key === 'Escape') setTyped(undefined);
        }}
      />
      {wrong !== undefined && <span role="alert" className="ly-week-wrong">{wrong}</span>}
    </span>
  );
}
