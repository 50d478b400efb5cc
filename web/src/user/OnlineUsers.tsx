import { Button } from '@patternfly/react-core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserSession } from '../api/types';
import { Empty } from '../ui/Empty';
import { FormDialog } from '../ui/FormDialog';
import { timeText } from '../ui/format';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { ProblemNotice } from '../ui/ProblemNotice';
import { TableRoom } from '../ui/TableRoom';
import { sessionsQuery, useEndSession } from './sessionQueries';

const COLUMNS = ['username', 'since', 'seenAt', 'address', 'agent', 'node'] as const;

/** The sessions in use, and the way to end one. */
export function OnlineUsers() {
  const { t } = useTranslation();
  const sessions = useInfiniteQuery(sessionsQuery);
  const end = useEndSession();
  const [asked, setAsked] = useState<UserSession>();
  const [reason, setReason] = useState('');
  const items = sessions.data?.pages.flatMap((page) => page.items);
  const ask = (session: UserSession) => {
    end.reset();
    setReason('');
    setAsked(session);
  };
  return (
    <>
      {sessions.error && <ProblemNotice error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {end.data?.endedAtKeycloak === false && <Notice kind="warning" title={t('online.stillOpen')} />}
      {sessions.isPending && <Loading />}
      {items?.length === 0 && <Empty title={t('online.none')} />}
      {items !== undefined && items.length > 0 && <SessionTable sessions={items} onEnd={ask} />}
      {sessions.hasNextPage && (
        <div className="ly-section-acts"><Button variant="secondary" isLoading={sessions.isFetchingNextPage} onClick={() => void sessions.fetchNextPage()}>{t('online.more')}</Button></div>
      )}
      {asked && (
        <FormDialog
          title={t('online.endTitle', { name: asked.username })}
          submit={t('online.endNow')}
          danger
          ready
          pending={end.isPending}
          error={end.error}
          onSubmit={() => end.mutate({ session: asked, reason }, { onSuccess: () => setAsked(undefined) })}
          onClose={() => setAsked(undefined)}
        >
          <p>{t('online.endText')}</p>
          <label className="ly-field">
            <span>{t('online.reason')}</span>
            <input className="ly-input" value={reason} maxLength={500} autoFocus onChange={(e) => setReason(e.target.value)} />
          </label>
        </FormDialog>
      )}
    </>
  );
}

function SessionTable({ sessions, onEnd }: { sessions: UserSession[]; onEnd: (session: UserSession) => void }) {
  const { t } = useTranslation();
  const agentOf = ({ agent, system }: UserSession) => {
    if (agent === undefined) return <span className="ly-muted">{t('online.agentUnknown')}</span>;
    return system === undefined ? agent : t('online.agentOn', { agent, system });
  };
  return (
    <TableRoom label={t('online.tabs.online')}>
      <thead>
        <tr>
          {COLUMNS.map((c) => <th key={c} scope="col">{t(`online.columns.${c}`)}</th>)}
          <th><span className="ly-sr">{t('device.actions')}</span></th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <tr key={session.id}>
            <th scope="row">{session.username}</th>
            <td className="ly-mono">{timeText(session.since)}</td>
            <td className="ly-mono">{timeText(session.seenAt)}</td>
            <td className="ly-mono">{session.address}</td>
            <td>{agentOf(session)}</td>
            <td>{session.node}</td>
            <td className="ly-cell-acts">
              {session.mine && <span className="ly-muted">{t('online.mine')}</span>}
              {session.program && <span className="ly-muted" title={t('online.programText')}>{t('online.program')}</span>}
              {!session.mine && !session.program && (
                <Button variant="link" isInline aria-label={t('online.endOf', { name: session.username })} onClick={() => onEnd(session)}>{t('online.end')}</Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </TableRoom>
  );
}
