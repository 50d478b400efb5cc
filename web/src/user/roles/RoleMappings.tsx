import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role, RoleMapping } from '../../api/types';
import { problemWords } from '../../i18n/problemWords';
import { Notice } from '../../ui/Notice';
import { mappingsQuery, useMapRole, useUnmapRole } from './roles';

/** Which groups and realm roles of Keycloak give which roles. */
export function RoleMappings({ roles }: { roles: readonly Role[] }) {
  const { t } = useTranslation();
  const mappings = useQuery(mappingsQuery);
  const [kind, setKind] = useState<RoleMapping['kind']>('GROUP');
  const [name, setName] = useState('');
  const [roleId, setRoleId] = useState('');
  const map = useMapRole();
  const unmap = useUnmapRole();
  const error = map.error ?? unmap.error;
  const nameOf = (id: string) => roles.find((role) => role.id === id)?.name ?? id;
  return (
    <section className="ly-role">
      <h2>{t('role.mappings')}</h2>
      <p className="ly-muted">{t('role.mappingsText')}</p>
      <ul className="ly-groups">
        {mappings.data?.map((mapping) => (
          <li key={`${mapping.kind} ${mapping.name} ${mapping.roleId}`}>
            <span className="ly-muted">{t(`role.mapping.${mapping.kind}`)}</span>
            <strong>{mapping.name}</strong>
            <span>→ {nameOf(mapping.roleId)}</span>
            {!mapping.fixed && <Button variant="link" isInline isDisabled={unmap.isPending} onClick={() => unmap.mutate(mapping)}>{t('role.unmap')}</Button>}
          </li>
        ))}
      </ul>
      <form
        className="ly-actions"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '' && roleId !== '') map.mutate({ kind, name: name.trim(), roleId }, { onSuccess: () => setName('') });
        }}
      >
        <select className="ly-input" aria-label={t('role.mappings')} value={kind} onChange={(event) => setKind(event.target.value as RoleMapping['kind'])}>
          <option value="GROUP">{t('role.mapping.GROUP')}</option>
          <option value="REALM_ROLE">{t('role.mapping.REALM_ROLE')}</option>
        </select>
        <input className="ly-input" aria-label={t('role.mappingName')} placeholder={t('role.mappingName')} value={name} onChange={(event) => setName(event.target.value)} />
        <select className="ly-input" aria-label={t('role.title')} value={roleId} onChange={(event) => setRoleId(event.target.value)}>
          <option value="">{t('role.title')}</option>
          {roles.map((role) => <option key={role.id} value={role.id}>{role.name}</option>)}
        </select>
        <Button type="submit" variant="secondary" isDisabled={name.trim() === '' || roleId === '' || map.isPending}>{t('role.map')}</Button>
      </form>
      {error && <Notice kind="danger" title={problemWords(t, error)} />}
    </section>
  );
}
