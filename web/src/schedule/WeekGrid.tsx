import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyDay } from './CopyDay';
import { dayName } from './dayName';
import { PeriodField } from './PeriodField';
import { covers, daysBetween, DAYS, paintDays, SLOT, SLOTS, spansText, timeOfDay, WHOLE_DAY, type Day, type Span, type Week } from './week';

interface Props {
  week: Week;
  readOnly: boolean;
  onChange: (week: Week) => void;
}

interface Stroke {
  day: Day;
  slot: number;
  toDay: Day;
  toSlot: number;
  on: boolean;
}

/**
 * The week as seven bars of 24 hours. Dragging paints quarters of an hour (or erases them, when it begins on painted
 * ones), over several days at once; with the keyboard arrows move a cursor, Space paints or erases. Exact times are
 * typed in the field beside each bar.
 */
export function WeekGrid({ week, readOnly, onChange }: Props) {
  const { t } = useTranslation();
  const [stroke, setStroke] = useState<Stroke>();
  const [cursor, setCursor] = useState<{ day: Day; slot: number }>({ day: 'MONDAY', slot: 32 });
  const [told, setTold] = useState('');
  const body = useRef<HTMLDivElement>(null);
  const shown = stroke === undefined ? week : paintDays(week, daysBetween(stroke.day, stroke.toDay), stretchOf(stroke), stroke.on).week;

  const apply = (days: readonly Day[], stretch: Span, on: boolean) => {
    const { week: next, full } = paintDays(week, days, stretch, on);
    setTold(full.length > 0 ? t('schedule.tooMany', { days: full.map(dayName).join(', ') }) : '');
    onChange(next);
  };
  const slotAt = (event: PointerEvent): number => {
    const bar = body.current?.querySelector('.ly-week-bar');
    const box = bar?.getBoundingClientRect();
    if (box === undefined) return 0;
    return Math.max(0, Math.min(SLOTS - 1, Math.floor(((event.clientX - box.left) / box.width) * SLOTS)));
  };
  const dayAt = (event: PointerEvent): Day => {
    const rows = [...(body.current?.querySelectorAll('.ly-week-bar') ?? [])];
    const index = rows.findLastIndex((row) => row.getBoundingClientRect().top <= event.clientY);
    return DAYS[Math.max(0, index)] ?? 'MONDAY';
  };
  const handlers = readOnly ? {} : {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      const [day, slot] = [dayAt(event), slotAt(event)];
      event.currentTarget.setPointerCapture(event.pointerId);
      setCursor({ day, slot });
      setStroke({ day, slot, toDay: day, toSlot: slot, on: !covers(week[day], slot * SLOT) });
    },
    onPointerMove: (event: PointerEvent) => {
      if (stroke !== undefined) setStroke({ ...stroke, toDay: dayAt(event), toSlot: slotAt(event) });
    },
    onPointerUp: () => {
      if (stroke !== undefined) apply(daysBetween(stroke.day, stroke.toDay), stretchOf(stroke), stroke.on);
      setStroke(undefined);
    },
    onPointerCancel: () => setStroke(undefined),
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, [number, number]> = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -SLOTS], End: [0, SLOTS] };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      const day = DAYS[Math.max(0, Math.min(6, DAYS.indexOf(cursor.day) + move[0]))]!;
      const slot = Math.max(0, Math.min(SLOTS - 1, cursor.slot + move[1]));
      if (event.shiftKey && !readOnly) apply([day], { from: Math.min(slot, cursor.slot) * SLOT, to: (Math.max(slot, cursor.slot) + 1) * SLOT }, covers(week[cursor.day], cursor.slot * SLOT));
      setCursor({ day, slot });
      body.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
    } else if ((event.key === ' ' || event.key === 'Enter') && !readOnly) {
      event.preventDefault();
      const at = cursor.slot * SLOT;
      apply([cursor.day], { from: at, to: at + SLOT }, !covers(week[cursor.day], at));
    }
  };

  return (
    <div className="ly-week" ref={body}>
      <div className="ly-week-hours" aria-hidden="true">
        {[0, 3, 6, 9, 12, 15, 18, 21, 24].map((hour) => <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>{timeOfDay(hour * 3600)}</span>)}
      </div>
      {DAYS.map((day) => (
        <div key={day} className="ly-week-row">
          <span className="ly-week-day">{dayName(day)}</span>
          <div
            className={`ly-week-bar${readOnly ? '' : ' ly-week-paint'}`}
            data-day={day}
            role="slider"
            tabIndex={day === cursor.day ? 0 : -1}
            aria-label={t('schedule.barOf', { day: dayName(day) })}
            aria-valuemin={0}
            aria-valuemax={SLOTS - 1}
            aria-valuenow={day === cursor.day ? cursor.slot : 0}
            aria-valuetext={`${timeOfDay(cursor.slot * SLOT)} ${covers(week[day], cursor.slot * SLOT) ? t('schedule.on') : t('schedule.off')}`}
            aria-readonly={readOnly}
            title={spansText(shown[day])}
            onFocus={() => setCursor((old) => ({ ...old, day }))}
            onKeyDown={onKeyDown}
            {...handlers}
          >
            {shown[day].map((s) => (
              <i key={s.from} style={{ left: `${(s.from / WHOLE_DAY) * 100}%`, width: `${((s.to - s.from) / WHOLE_DAY) * 100}%` }} />
            ))}
            {day === cursor.day && <b style={{ left: `${(cursor.slot / SLOTS) * 100}%`, width: `${100 / SLOTS}%` }} />}
          </div>
          <PeriodField day={day} spans={week[day]} readOnly={readOnly} onChange={(spans) => onChange({ ...week, [day]: spans })} />
          {!readOnly && <CopyDay day={day} week={week} onChange={onChange} />}
        </div>
      ))}
      <p className="ly-week-told" role="status">{told}</p>
    </div>
  );
}

function stretchOf({ slot, toSlot }: Stroke): Span {
  return { from: Math.min(slot, toSlot) * SLOT, to: (Math.max(slot, toSlot) + 1) * SLOT };
}
