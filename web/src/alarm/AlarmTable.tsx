import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alarm } from '../api/types';
import { useTypeWords } from '../event/eventTypes';
import { timeText } from '../ui/format';
import { Mark } from '../ui/Mark';
import { conditionWords, PRIORITY_TONE } from './alarmWords';

interface Props {
  items: readonly Alarm[];
  open: string | undefined;
  onOpen: (id: string) => void;
  /** Without these rows cannot be ticked. */
  marked?: ReadonlySet<string>;
  onMark?: (id: string) => void;
  onMarkAll?: () => void;
}

/** Alarms in rows of one height; a row never moves by itself. */
export function AlarmTable({ items, open, marked, onOpen, onMark, onMarkAll }: Props) {
  const { t } = useTranslation();
  const all = items.length > 0 && items.every((one) => marked?.has(one.id));
  return (
    <table className="ly-table ly-alarms-table">
      <thead>
        <tr>
          {marked && <th scope="col" className="ly-alarm-mark"><input type="checkbox" aria-label={t('alarm.selectAll')} checked={all} onChange={onMarkAll} /></th>}
          <th scope="col" className="ly-alarm-priority">{t('alarm.column.priority')}</th>
          <th scope="col" className="ly-alarm-at">{t('alarm.column.at')}</th>
          <th scope="col">{t('alarm.column.type')}</th>
          <th scope="col">{t('alarm.column.source')}</th>
          <th scope="col" className="ly-alarm-count">{t('alarm.column.count')}</th>
          <th scope="col" className="ly-alarm-condition">{t('alarm.column.condition')}</th>
          <th scope="col" className="ly-alarm-handling">{t('alarm.column.handling')}</th>
          <th scope="col" className="ly-alarm-owner">{t('alarm.column.owner')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((alarm) => (
          <Row key={alarm.id} alarm={alarm} open={alarm.id === open} marked={marked?.has(alarm.id) ?? false} onOpen={onOpen} {...(onMark === undefined ? {} : { onMark })} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  alarm: Alarm;
  open: boolean;
  marked: boolean;
  onOpen: (id: string) => void;
  onMark?: (id: string) => void;
}

const Row = memo(function Row({ alarm, open, marked, onOpen, onMark }: RowProps) {
  const { t } = useTranslation();
  const typeWords = useTypeWords();
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <tr ref={row} aria-selected={open} data-alarm={alarm.id} data-gone={alarm.gone || undefined} data-handling={alarm.handling} onClick={() => onOpen(alarm.id)}>
      {onMark && <td className="ly-alarm-mark">
        <input type="checkbox" aria-label={t('alarm.select', { number: alarm.number })} checked={marked} onClick={(event) => event.stopPropagation()} onChange={() => onMark(alarm.id)} />
      </td>}
      <td><Mark tone={PRIORITY_TONE[alarm.priority]} word={t(`alarm.priority.${alarm.priority}`)} /></td>
      <td className="ly-alarm-at"><time dateTime={alarm.firstAt}>{timeText(alarm.firstAt)}</time></td>
      <th scope="row"><button type="button" className="ly-alarm-open" onClick={() => onOpen(alarm.id)}>{typeWords(alarm.type)}</button></th>
      <td title={alarm.schemeName}>{alarm.sourceName}</td>
      <td className="ly-number">{alarm.occurrences}</td>
      <td>{conditionWords(t, alarm)}</td>
      <td>{t(`alarm.handling.${alarm.handling}`)}{alarm.held !== 'NONE' && ` (${t(`alarm.held.${alarm.held}`)})`}</td>
      <td>{alarm.owner ?? alarm.handledBy}</td>
    </tr>
  );
});
