import { Button } from '@patternfly/react-core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bytesText, timeText } from '../../ui/format';
import { Empty } from '../../ui/Empty';
import { Loading } from '../../ui/Loading';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { TableRoom } from '../../ui/TableRoom';
import { deletionsQuery } from './planQueries';

/** What was deleted and why, newest first. */
export function DeletionLog() {
  const { t } = useTranslation();
  const log = useInfiniteQuery(deletionsQuery);
  const items = log.data?.pages.flatMap((page) => page.items);
  if (log.error) return <ProblemNotice error={log.error} onRetry={() => void log.refetch()} />;
  if (items === undefined) return <Loading />;
  if (items.length === 0) return <Empty title={t('plan.nothingDeleted')} text={t('plan.nothingDeletedText')} />;
  return (
    <section>
      <TableRoom label={t('plan.tabs.deletions')}>
        <thead>
          <tr>{(['at', 'channel', 'day', 'why', 'files', 'bytes'] as const).map((c) => <th key={c} scope="col">{t(`plan.columns.${c}`)}</th>)}</tr>
        </thead>
        <tbody>
          {items.map((d) => (
            <tr key={`${d.at} ${d.channelId} ${d.day} ${d.reason}`}>
              <td className="ly-mono">{timeText(d.at)}</td>
              <td>{d.channelName ?? t('plan.goneChannel')}</td>
              <td className="ly-mono">{d.day}</td>
              <td>{t(`plan.deletion.${d.reason}`)}</td>
              <td className="ly-number">{d.files}</td>
              <td className="ly-number">{bytesText(d.bytes)}</td>
            </tr>
          ))}
        </tbody>
      </TableRoom>
      {log.hasNextPage && <div className="ly-section-acts"><Button variant="secondary" isLoading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>{t('plan.more')}</Button></div>}
    </section>
  );
}
