import NextIcon from '@patternfly/react-icons/dist/esm/icons/angle-right-icon';
import PreviousIcon from '@patternfly/react-icons/dist/esm/icons/angle-left-icon';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordedDaysQuery } from '../api/queries';
import type { StreamKind } from '../api/types';
import { currentLanguage } from '../i18n';
import { dayText, zoneName } from '../ui/format';
import { IconButton } from '../ui/IconButton';
import './calendar.css';
import { addDays, monthGrid, monthText } from './days';

interface Props {
  channelId: string;
  stream: StreamKind;
  day: number;
  today: number;
  onDay: (day: number) => void;
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28 };

/** A month; days with recordings carry a dot and say so. */
export function Calendar({ channelId, stream, day, today, onDay }: Props) {
  const { t } = useTranslation();
  const [month, setMonth] = useState(day);
  const [focused, setFocused] = useState<number>();
  const grid = useRef<HTMLTableElement>(null);
  const days = useQuery(recordedDaysQuery(channelId, stream, monthText(month), zoneName()));
  const recorded = new Set(days.data);
  const language = currentLanguage() === 'zh' ? 'zh-CN' : 'en';
  const cells = monthGrid(month);
  const long = (at: number) => new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(at);

  useEffect(() => setMonth(day), [monthText(day)]);
  useEffect(() => {
    if (focused !== undefined) grid.current?.querySelector<HTMLElement>(`[data-day="${dayText(focused)}"]`)?.focus();
  }, [focused]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = addDays(focused ?? day, step);
    if (next > today) return;
    setMonth(next);
    setFocused(next);
  };
  const turn = (step: number) => {
    const d = new Date(month);
    setMonth(new Date(d.getFullYear(), d.getMonth() + step, 1).getTime());
  };
  const focusable = dayText(focused ?? day);
  const inView = cells.some((c) => dayText(c) === focusable && monthText(c) === monthText(month));

  return (
    <section className="ly-calendar-box" aria-label={t('playback.day')}>
      <div className="ly-calendar-head">
        <IconButton label={t('playback.previousMonth')} icon={<PreviousIcon />} onClick={() => turn(-1)} />
        <span aria-live="polite">{new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric' }).format(month)}</span>
        <IconButton label={t('playback.nextMonth')} icon={<NextIcon />} disabled={monthText(month) >= monthText(today)} onClick={() => turn(1)} />
      </div>
      <table ref={grid} className="ly-calendar" role="grid" aria-label={t('playback.day')} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {cells.slice(0, 7).map((c) => (
              <th key={c} scope="col">{new Intl.DateTimeFormat(language, { weekday: 'narrow' }).format(c)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[0, 1, 2, 3, 4, 5].map((week) => (
            <tr key={week}>
              {cells.slice(week * 7, week * 7 + 7).map((c, i) => (
                <td key={c}>
                  {monthText(c) === monthText(month) && (
                    <button
                      type="button"
                      data-day={dayText(c)}
                      disabled={c > today}
                      className={recorded.has(dayText(c)) ? 'ly-has-recordings' : ''}
                      tabIndex={dayText(c) === focusable || (!inView && week === 1 && i === 0) ? 0 : -1}
                      aria-current={dayText(c) === dayText(today) ? 'date' : undefined}
                      aria-pressed={dayText(c) === dayText(day)}
                      aria-label={recorded.has(dayText(c)) ? `${long(c)}, ${t('playback.hasRecordings')}` : long(c)}
                      onClick={() => {
                        setFocused(c);
                        onDay(c);
                      }}
                    >
                      {new Date(c).getDate()}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
