import PlusIcon from '@patternfly/react-icons/dist/esm/icons/plus-icon';
import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Loading } from '../../ui/Loading';
import { PageBar } from '../../ui/PageBar';
import { ProblemNotice } from '../../ui/ProblemNotice';
import '../../ui/page.css';
import '../../schedule/schedule.css';
import { RoleEditor } from './RoleEditor';
import { RoleMappings } from './RoleMappings';
import { rolesQuery } from './roles';

/** The roles: the list, and the chosen one in its editor. The choice, and what a new one is copied from, is in the address. */
export function RolesPage() {
  const { t } = useTranslation();
  const roles = useQuery(rolesQuery);
  const [params, setParams] = useSearchParams();
  const source = roles.data?.find((role) => role.id === params.get('copy'));
  const adding = params.has('add') || source !== undefined;
  const chosen = adding ? undefined : (roles.data?.find((role) => role.id === params.get('id')) ?? roles.data?.[0]);
  return (
    <>
      <PageBar title={t('role.title')} actions={<Button icon={<PlusIcon />} onClick={() => setParams({ add: '1' })}>{t('role.add')}</Button>} />
      {roles.error && <ProblemNotice error={roles.error} onRetry={() => void roles.refetch()} />}
      {roles.isPending && <Loading />}
      {roles.data && (
        <div className="ly-schedules">
          <nav aria-label={t('role.title')}>
            <ul className="ly-side-list">
              {roles.data.map((role) => (
                <li key={role.id}>
                  <button type="button" aria-current={role.id === chosen?.id ? 'true' : undefined} onClick={() => setParams({ id: role.id })}>
                    <span>{role.name}</span>
                    <span className="ly-muted">{role.builtIn ? t('role.builtIn') : ''}</span>
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          <div>
            <RoleEditor
              key={chosen === undefined ? `new ${source?.id ?? ''}` : `${chosen.id} ${chosen.version}`}
              role={chosen}
              source={source}
              onSaved={(id) => setParams({ id })}
              onCopy={(id) => setParams({ copy: id })}
              onGone={() => setParams({})}
            />
            <RoleMappings roles={roles.data} />
          </div>
        </div>
      )}
    </>
  );
}
