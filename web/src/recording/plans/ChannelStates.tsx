import { Button } from '@patternfly/react-core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { channelPagesQuery } from '../../api/channelQueries';
import { serverNow } from '../../api/serverClock';
import type { Channel } from '../../api/types';
import { reasonWords } from '../../i18n/problemWords';
import { shortTimeText } from '../../ui/format';
import { Loading } from '../../ui/Loading';
import { Mark } from '../../ui/Mark';
import { MoreRows } from '../../ui/MoreRows';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { SearchField } from '../../ui/SearchField';
import { RECORDING_TONE } from '../../ui/states';
import { TableRoom } from '../../ui/TableRoom';
import { useSettled } from '../../ui/useSettled';
import { RetentionDialog } from './RetentionDialog';

/** How each channel is recorded now, why not, and when that changes. */
export function ChannelStates({ mayConfigure }: { mayConfigure: boolean }) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const pages = useInfiniteQuery(channelPagesQuery(useSettled(query.trim())));
  const channels = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const [retained, setRetained] = useState<Channel>();
  return (
    <section>
      <div className="ly-list-find"><SearchField label={t('live.find')} value={query} onChange={setQuery} /></div>
      {pages.error && !pages.data && <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Loading />}
      <TableRoom label={t('plan.tabs.channels')}>
        <thead>
          <tr>
            {(['channel', 'state', 'kind', 'plans', 'next'] as const).map((c) => <th key={c} scope="col">{t(`plan.columns.${c}`)}</th>)}
            <th><span className="ly-sr">{t('device.actions')}</span></th>
          </tr>
        </thead>
        <tbody>
          {channels.map((channel) => <ChannelRow key={channel.id} channel={channel} mayConfigure={mayConfigure} onRetention={() => setRetained(channel)} />)}
        </tbody>
      </TableRoom>
      <MoreRows shown={channels.length} total={pages.data?.pages[0]?.total ?? 0} more={pages.hasNextPage} pending={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />
      {retained && <RetentionDialog channel={retained} readOnly={!mayConfigure} onClose={() => setRetained(undefined)} />}
    </section>
  );
}

function ChannelRow({ channel, mayConfigure, onRetention }: { channel: Channel; mayConfigure: boolean; onRetention: () => void }) {
  const { t } = useTranslation();
  const { state, reason, warning, kind, manualUntil, plans, nextChange, enabled } = channel.recording;
  const now = serverNow();
  const why = reasonWords(t, reason) || reasonWords(t, warning);
  return (
    <tr>
      <th scope="row">{channel.name}</th>
      <td>
        <Mark tone={RECORDING_TONE[state]} word={t(`recording.${state}`)} />
        {why !== '' && <span className="ly-muted"> {why}</span>}
      </td>
      <td>
        {kind !== undefined && t(`playback.kinds.${kind}`)}
        {manualUntil !== undefined && <span className="ly-muted"> {t('plan.until', { time: shortTimeText(manualUntil, now) })}</span>}
      </td>
      <td>
        {enabled && <span>{t('plan.allDay')}{plans.length > 0 && ', '}</span>}
        {plans.map((plan, i) => (
          <span key={plan.id} className={plan.active ? '' : 'ly-muted'}>
            {i > 0 && ', '}
            {mayConfigure ? <Link to={`/recording?plan=${plan.id}`}>{plan.name}</Link> : plan.name}
          </span>
        ))}
      </td>
      <td className="ly-mono">{nextChange === undefined ? '' : shortTimeText(nextChange, now)}</td>
      <td className="ly-cell-acts">
        <Button variant="link" isInline onClick={onRetention}>{t('plan.retention')}</Button>{' '}
        <Link to={`/playback?channel=${channel.id}`}>{t('device.playback')}</Link>
      </td>
    </tr>
  );
}
