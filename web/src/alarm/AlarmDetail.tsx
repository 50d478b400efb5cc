import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Alarm } from '../api/types';
import { useMay } from '../app/useSession';
import { attributeWords, useTypeWords } from '../event/eventTypes';
import { timeText } from '../ui/format';
import { Mark } from '../ui/Mark';
import { AlarmActions } from './AlarmActions';
import { alarmEventsQuery, alarmHistoryQuery } from './alarms';
import { conditionWords, PRIORITY_TONE } from './alarmWords';

const PictureBefore = lazy(async () => ({ default: (await import('./AlarmPicture')).PictureBefore }));
const PictureNow = lazy(async () => ({ default: (await import('./AlarmPicture')).PictureNow }));

const BEFORE_MS = 10_000;

/** One alarm: the picture from before it and now, why it was raised, what to do, and what was done. */
export function AlarmDetail({ alarm }: { alarm: Alarm }) {
  const { t } = useTranslation();
  const type = useTypeWords()(alarm.type);
  return (
    <article className="ly-alarm-detail" aria-label={`${type}, ${alarm.sourceName}`}>
      <h2>{type}</h2>
      <p className="ly-alarm-facts">
        <Mark tone={PRIORITY_TONE[alarm.priority]} word={t(`alarm.priority.${alarm.priority}`)} />
        <span>{alarm.sourceName}</span>
        <span>{conditionWords(t, alarm)}</span>
        <span className="ly-muted">#{alarm.number}</span>
      </p>
      {alarm.gone && <p>{t('alarm.goneText')} {alarm.mergedInto !== undefined && <Link to={`/alarms?queue=ALL&alarm=${alarm.mergedInto}`}>{t('alarm.mergedInto')}</Link>}</p>}
      {alarm.channelId === undefined ? <p className="ly-muted">{t('alarm.noCamera')}</p> : <Pictures key={alarm.id} alarm={alarm} channelId={alarm.channelId} />}
      <h3>{t('alarm.why')}</h3>
      <p>{t(alarm.occurrences === 1 ? 'alarm.whyOnce' : 'alarm.whyText', { scheme: alarm.schemeName, type, count: alarm.occurrences, from: timeText(alarm.firstAt), to: timeText(alarm.lastAt) })}</p>
      <Said alarm={alarm} />
      {alarm.procedure !== undefined && (
        <>
          <h3>{t('alarm.procedure')}</h3>
          <p className="ly-alarm-procedure">{alarm.procedure}</p>
        </>
      )}
      <AlarmActions alarm={alarm} />
      <h3>{t('alarm.history')}</h3>
      <History alarm={alarm} />
    </article>
  );
}

function Pictures({ alarm, channelId }: { alarm: Alarm; channelId: string }) {
  const { t } = useTranslation();
  const mayPlay = useMay('recording.play');
  const mayWatch = useMay('live.view');
  const from = Date.parse(alarm.firstAt) - BEFORE_MS;
  return (
    <>
      <div className="ly-alarm-pictures">
        {mayPlay && <div className="ly-alarm-picture"><Suspense><PictureBefore channelId={channelId} from={from} /></Suspense></div>}
        {mayWatch && <div className="ly-alarm-picture"><Suspense><PictureNow channelId={channelId} name={alarm.sourceName} /></Suspense></div>}
      </div>
      <p className="ly-alarm-links">
        {mayPlay && <Link to={`/playback?channel=${channelId}&t=${new Date(from).toISOString()}`}>{t('alarm.playback')}</Link>}
        {mayWatch && <Link to={`/live?channel=${channelId}`}>{t('alarm.liveLink')}</Link>}
        <Link to={`/alarm-search?channel=${channelId}`}>{t('alarmSearch.ofCamera')}</Link>
      </p>
    </>
  );
}

/** What its events said of themselves; nothing when they said nothing. */
function Said({ alarm }: { alarm: Alarm }) {
  const { t } = useTranslation();
  const events = useQuery({ ...alarmEventsQuery(alarm.id, alarm.version), placeholderData: (old) => old }).data ?? [];
  const said = events.filter((one) => Object.keys(one.attributes).length > 0);
  if (said.length === 0) return null;
  return (
    <>
      <h3>{t('alarm.said')}</h3>
      <ul className="ly-alarm-history">
        {said.map((one) => (
          <li key={one.id}>
            <time dateTime={one.occurredAt}>{timeText(one.occurredAt)}</time>
            <span>{attributeWords(one.attributes)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

type StepWord = 'RAISED' | 'RETURNED' | 'END_MISSING' | 'WENT_ON' | 'MERGED' | 'CLAIM';

function History({ alarm }: { alarm: Alarm }) {
  const { t } = useTranslation();
  const steps = useQuery({ ...alarmHistoryQuery(alarm.id, alarm.version), placeholderData: (old) => old });
  return (
    <ol className="ly-alarm-history">
      {steps.data?.map((step, index) => (
        <li key={index}>
          <time dateTime={step.at}>{timeText(step.at)}</time>
          <span>
            {step.by ?? t('alarm.center')}: {t(`alarm.step.${step.act as StepWord}`, { defaultValue: step.act })}
            {step.subject !== undefined && step.act !== 'MERGED' && ` → ${step.subject}`}
            {step.comment !== undefined && <q>{step.comment}</q>}
          </span>
        </li>
      ))}
    </ol>
  );
}
