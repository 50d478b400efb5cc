import PlusIcon from '@patternfly/react-icons/dist/esm/icons/plus-icon';
import { Button } from '@patternfly/react-core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { User } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { Empty } from '../ui/Empty';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { PageBar } from '../ui/PageBar';
import { ProblemNotice } from '../ui/ProblemNotice';
import { RemoveQuestion } from '../ui/RemoveQuestion';
import { SearchField } from '../ui/SearchField';
import { Tabs } from '../ui/Tabs';
import { useAddressParams, withParams } from '../ui/useAddressParams';
import { OnlineUsers } from './OnlineUsers';
import { PasswordShown } from './PasswordShown';
import { UserDialog } from './UserDialog';
import { bodyOfUser } from './userForm';
import { rolesQuery } from './roles/roles';
import { usersQuery, useUserCommands } from './userQueries';
import { UserTable } from './UserTable';
import '../ui/page.css';
import './user.css';

interface Shown {
  username: string;
  password: string;
}

const TABS = ['users', 'online'] as const;
type Tab = (typeof TABS)[number];

/** Who may sign in, and who is online. The tab is in the address. */
export function UsersPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const tab = TABS.find((x) => x === params.get('tab')) ?? 'users';
  const tabs = (
    <Tabs
      label={t('user.title')}
      tabs={TABS.map((id) => ({ id, word: t(`online.tabs.${id}`) }))}
      current={tab}
      onChoose={(id: Tab) => setParams(id === 'users' ? {} : { tab: id })}
    />
  );
  if (tab === 'users') return <AllUsers tabs={tabs} />;
  return (
    <>
      <PageBar title={t('user.title')}>{tabs}</PageBar>
      <div className="ly-body"><OnlineUsers /></div>
    </>
  );
}

/** Who may sign in, with which roles. The search is in the address. */
function AllUsers({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const [params, change] = useAddressParams();
  const query = params.get('q') ?? '';
  const users = useInfiniteQuery(usersQuery(query));
  const roles = useQuery(rolesQuery).data ?? [];
  const commands = useUserCommands();
  const [edited, setEdited] = useState<User | 'new'>();
  const [removed, setRemoved] = useState<User>();
  const [shown, setShown] = useState<Shown>();
  const items = users.data?.pages.flatMap((page) => page.items);
  const failed = commands.reset.error ?? commands.set.error;

  const act = (what: 'edit' | 'toggle' | 'reset' | 'remove', user: User) => {
    commands.set.reset();
    if (what === 'edit') setEdited(user);
    if (what === 'remove') setRemoved(user);
    if (what === 'toggle') commands.set.mutate({ user, body: bodyOfUser(user, { enabled: !user.enabled }) });
    if (what === 'reset') commands.reset.mutate(user, { onSuccess: ({ password }) => setShown({ username: user.username, password }) });
  };
  return (
    <>
      <PageBar title={t('user.title')} actions={<Button icon={<PlusIcon />} onClick={() => setEdited('new')}>{t('user.add')}</Button>}>
        {tabs}
        <div className="ly-device-find">
          <SearchField label={t('user.find')} value={query} onChange={(q) => change((old) => withParams(old, { q }))} />
        </div>
      </PageBar>
      <div className="ly-body">
        {users.error && <ProblemNotice error={users.error} onRetry={() => void users.refetch()} />}
        {failed && <Notice kind="danger" title={problemWords(t, failed)} />}
        {users.isPending && <Loading />}
        {items?.length === 0 && <Empty title={t('user.none')} />}
        {items !== undefined && items.length > 0 && <UserTable users={items} roles={roles} onAct={act} />}
        {users.hasNextPage && (
          <div className="ly-section-acts"><Button variant="secondary" isLoading={users.isFetchingNextPage} onClick={() => void users.fetchNextPage()}>{t('plan.more')}</Button></div>
        )}
      </div>
      {edited !== undefined && (
        <UserDialog
          {...(edited === 'new' ? {} : { user: edited })}
          roles={roles}
          onAdded={(user, password) => setShown({ username: user.username, password })}
          onClose={() => setEdited(undefined)}
        />
      )}
      {removed && (
        <RemoveQuestion
          title={t('user.removeTitle', { name: removed.username })}
          text={t('user.removeText')}
          pending={commands.remove.isPending}
          error={commands.remove.error}
          onRemove={() => commands.remove.mutate(removed, { onSuccess: () => setRemoved(undefined) })}
          onClose={() => setRemoved(undefined)}
        />
      )}
      {shown && <PasswordShown {...shown} onClose={() => setShown(undefined)} />}
    </>
  );
}
