import { Button } from '@patternfly/react-core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText } from '../ui/format';

interface Props {
  /** Alarms that began before were not looked at yet. */
  reached: string | undefined;
  /** Whether enough was found to wait until more is asked for. */
  enough: boolean;
  list: { isFetchingNextPage: boolean; isError: boolean; fetchNextPage: () => Promise<unknown> };
}

/** How far back it was looked. While little was found it goes on by itself, and can be stopped. */
export function SearchGoesOn({ reached, enough, list }: Props) {
  const { t } = useTranslation();
  const [stopped, stop] = useState(false);
  const { isFetchingNextPage: busy, isError: failed, fetchNextPage } = list;
  const going = !enough && !stopped && !failed;
  useEffect(() => {
    if (going && !busy) void fetchNextPage();
  }, [going, busy, fetchNextPage, reached]);
  const goOn = () => {
    stop(false);
    void fetchNextPage();
  };
  return (
    <div className="ly-section-acts ly-search-on">
      {going ? <Button variant="secondary" onClick={() => stop(true)}>{t('alarmSearch.stop')}</Button>
        : <Button variant="secondary" isLoading={busy} onClick={goOn}>{t(enough ? 'alarm.more' : 'alarmSearch.goOn')}</Button>}
      {!enough && reached !== undefined && <span className="ly-muted">{t('alarmSearch.reached', { time: timeText(reached) })}</span>}
    </div>
  );
}
