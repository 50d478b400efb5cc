import { Divider, DropdownItem } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Role, User } from '../api/types';
import { ActsMenu } from '../ui/ActsMenu';
import { timeText } from '../ui/format';
import { Mark } from '../ui/Mark';
import { TableRoom } from '../ui/TableRoom';

interface Props {
  users: User[];
  roles: Role[];
  onAct: (what: 'edit' | 'toggle' | 'reset' | 'remove', user: User) => void;
}

export function UserTable({ users, roles, onAct }: Props) {
  const { t } = useTranslation();
  const nameOf = (id: string) => roles.find((role) => role.id === id)?.name ?? id;
  return (
    <TableRoom label={t('user.title')}>
      <thead>
        <tr>
          {(['username', 'name', 'state', 'roles', 'ptzLevel', 'expires', 'remark'] as const).map((c) => <th key={c} scope="col">{t(`user.columns.${c}`)}</th>)}
          <th><span className="ly-sr">{t('device.actions')}</span></th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.id}>
            <th scope="row">{user.username}</th>
            <td>{[user.firstName, user.lastName].filter(Boolean).join(' ')} {user.email !== undefined && <span className="ly-muted">{user.email}</span>}</td>
            <td>
              <Mark tone={user.enabled ? 'ok' : 'off'} word={t(user.enabled ? 'user.enabled' : 'user.disabled')} />
              {user.mustChangePassword && <span className="ly-muted"> · {t('user.mustChange')}</span>}
            </td>
            <td>
              {user.roleIds.map(nameOf).join(', ')}
              {user.realmRoles.length > 0 && <span className="ly-muted ly-user-realm" title={t('user.realmRolesText')}> {user.realmRoles.filter((r) => r !== 'lynceus-user').join(', ')}</span>}
            </td>
            <td className="ly-number">{user.ptzLevel}</td>
            <td className="ly-mono">{timeText(user.expiresAt)}</td>
            <td>{user.remark}</td>
            <td className="ly-cell-acts">
              <ActsMenu label={t('device.actionsOf', { name: user.username })}>
                <DropdownItem onClick={() => onAct('edit', user)}>{t('user.edit')}</DropdownItem>
                <DropdownItem onClick={() => onAct('reset', user)}>{t('user.reset')}</DropdownItem>
                <DropdownItem onClick={() => onAct('toggle', user)}>{t(user.enabled ? 'user.disable' : 'user.enable')}</DropdownItem>
                <Divider component="li" />
                <DropdownItem isDanger onClick={() => onAct('remove', user)}>{t('device.remove')}</DropdownItem>
              </ActsMenu>
            </td>
          </tr>
        ))}
      </tbody>
    </TableRoom>
  );
}
