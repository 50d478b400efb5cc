import PlusIcon from '@patternfly/react-icons/dist/esm/icons/plus-icon';
import TrashIcon from '@patternfly/react-icons/dist/esm/icons/trash-icon';
import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { dayText } from '../ui/format';
import { IconButton } from '../ui/IconButton';
import type { HolidayForm } from './week';

const MOST = 16;

interface Props {
  holidays: readonly HolidayForm[];
  readOnly: boolean;
  today: number;
  onChange: (holidays: readonly HolidayForm[]) => void;
}

/** Days that do not follow the week: on them only their own periods count. */
export function HolidayList({ holidays, readOnly, today, onChange }: Props) {
  const { t } = useTranslation();
  const set = (index: number, next: Partial<HolidayForm>) => onChange(holidays.map((h, i) => (i === index ? { ...h, ...next } : h)));
  const range = { from: dayText(today), to: dayText(today), yearly: false };
  return (
    <section className="ly-holidays">
      <h2>{t('schedule.holidays')}</h2>
      <p className="ly-muted">{t('schedule.holidaysText')}</p>
      {holidays.map((holiday, i) => (
        <fieldset key={i} disabled={readOnly}>
          <legend className="ly-sr">{holiday.name === '' ? t('schedule.newHoliday') : holiday.name}</legend>
          <input className="ly-input" aria-label={t('schedule.holidayName')} placeholder={t('schedule.holidayName')} value={holiday.name} onChange={(e) => set(i, { name: e.target.value })} />
          <div className="ly-holiday-days">
            {holiday.days.map((d, j) => {
              const change = (next: Partial<typeof d>) => set(i, { days: holiday.days.map((old, k) => (k === j ? { ...old, ...next } : old)) });
              return (
                <span key={j} className="ly-holiday-day">
                  <input type="date" className="ly-input ly-mono" aria-label={t('schedule.firstDay')} value={d.from} onChange={(e) => change({ from: e.target.value, to: d.to < e.target.value ? e.target.value : d.to })} />
                  –
                  <input type="date" className="ly-input ly-mono" aria-label={t('schedule.lastDay')} value={d.to} min={d.from} onChange={(e) => change({ to: e.target.value })} />
                  <label><input type="checkbox" checked={d.yearly} onChange={(e) => change({ yearly: e.target.checked })} /> {t('schedule.yearly')}</label>
                  {!readOnly && holiday.days.length > 1 && <IconButton label={t('schedule.removeDays')} icon={<TrashIcon />} onClick={() => set(i, { days: holiday.days.filter((_, k) => k !== j) })} />}
                </span>
              );
            })}
            {!readOnly && <Button variant="link" isInline onClick={() => set(i, { days: [...holiday.days, range] })}>{t('schedule.moreDays')}</Button>}
          </div>
          <input className="ly-input ly-mono" aria-label={t('schedule.holidayPeriods')} title={t('schedule.periodsHint')} placeholder={t('schedule.offAllDay')} value={holiday.periods} onChange={(e) => set(i, { periods: e.target.value })} />
          {!readOnly && <IconButton label={t('schedule.removeHoliday')} icon={<TrashIcon />} onClick={() => onChange(holidays.filter((_, k) => k !== i))} />}
        </fieldset>
      ))}
      {!readOnly && holidays.length < MOST && (
        <Button variant="secondary" icon={<PlusIcon />} onClick={() => onChange([...holidays, { name: '', days: [range], periods: '' }])}>{t('schedule.addHoliday')}</Button>
      )}
    </section>
  );
}
