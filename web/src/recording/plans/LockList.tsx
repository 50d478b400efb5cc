import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChannelNames } from '../../api/channelQueries';
import type { RecordingLock } from '../../api/types';
import { timeText } from '../../ui/format';
import { Empty } from '../../ui/Empty';
import { Loading } from '../../ui/Loading';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { RemoveQuestion } from '../../ui/RemoveQuestion';
import { TableRoom } from '../../ui/TableRoom';
import { locksQuery, useRemoveLock } from './planQueries';

/** What may not be deleted, why, and by whom. */
export function LockList({ mayConfigure }: { mayConfigure: boolean }) {
  const { t } = useTranslation();
  const locks = useQuery(locksQuery);
  const remove = useRemoveLock();
  const [removed, setRemoved] = useState<RecordingLock>();
  const nameOf = useChannelNames((locks.data ?? []).flatMap((lock) => lock.channelIds), t('plan.goneChannel'));
  if (locks.error) return <ProblemNotice error={locks.error} onRetry={() => void locks.refetch()} />;
  if (locks.data === undefined) return <Loading />;
  if (locks.data.length === 0) return <Empty title={t('lock.none')} text={t('lock.noneText')} />;
  return (
    <section>
      <TableRoom label={t('plan.tabs.locks')}>
        <thead>
          <tr>
            {(['range', 'channels', 'kind', 'until', 'reason', 'by'] as const).map((c) => <th key={c} scope="col">{t(`lock.columns.${c}`)}</th>)}
            {mayConfigure && <th><span className="ly-sr">{t('device.actions')}</span></th>}
          </tr>
        </thead>
        <tbody>
          {locks.data.map((lock) => (
            <tr key={lock.id}>
              <th scope="row" className="ly-mono">
                <Link to={`/playback?channel=${lock.channelIds.join(',')}&t=${lock.from}`}>{timeText(lock.from)}</Link> – {timeText(lock.to)}
              </th>
              <td>{lock.channelIds.map(nameOf).join(', ')}</td>
              <td>{t(lock.kind === 'LEGAL_HOLD' ? 'lock.legalHold' : 'lock.incident')}</td>
              <td className="ly-mono">{lock.until === undefined ? t('lock.untilRemoved') : timeText(lock.until)}</td>
              <td>{lock.reason}</td>
              <td>{lock.by} <span className="ly-muted ly-mono">{timeText(lock.createdAt)}</span></td>
              {mayConfigure && <td className="ly-cell-acts"><Button variant="link" isInline onClick={() => setRemoved(lock)}>{t('lock.remove')}</Button></td>}
            </tr>
          ))}
        </tbody>
      </TableRoom>
      {removed && (
        <RemoveQuestion
          title={t('lock.removeTitle')}
          text={t('lock.removeText')}
          reasonLabel={t('lock.removeReason')}
          pending={remove.isPending}
          error={remove.error}
          onRemove={(reason) => remove.mutate({ id: removed.id, reason }, { onSuccess: () => setRemoved(undefined) })}
          onClose={() => setRemoved(undefined)}
        />
      )}
    </section>
  );
}
