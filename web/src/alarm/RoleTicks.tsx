import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/useSession';
import { rolesQuery } from '../user/roles/roles';

/** Roles to tick; those who may not see roles are shown none. */
export function RoleTicks({ chosen, onChange }: { chosen: readonly string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const roles = useQuery({ ...rolesQuery, enabled: useMay('user.configure') });
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  if (roles.data === undefined) return null;
  return (
    <fieldset className="ly-scheme-types">
      <legend>{t('linkage.roles')}</legend>
      {roles.data.map((role) => (
        <label key={role.id} className="ly-scheme-tick">
          <input type="checkbox" checked={chosen.includes(role.id)} onChange={() => toggle(role.id)} />
          {role.name}
        </label>
      ))}
    </fieldset>
  );
}
