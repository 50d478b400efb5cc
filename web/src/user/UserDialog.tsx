import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import type { Role, User } from '../api/types';
import { FormDialog } from '../ui/FormDialog';
import { wordKey, type FunctionWord } from './roles/roles';
import { bodyOf, EMPTY_USER, formOf, type UserForm } from './userForm';
import { passwordPolicyQuery, useUserCommands } from './userQueries';

interface Props {
  user?: User;
  roles: Role[];
  onAdded: (user: User, password: string) => void;
  onClose: () => void;
}

/** Adds a user, or edits one. What the ticked roles allow is shown beside them. */
export function UserDialog({ user, roles, onAdded, onClose }: Props) {
  const { t } = useTranslation();
  const { add, set } = useUserCommands();
  const [form, setForm] = useState<UserForm>(() => (user === undefined ? EMPTY_USER : formOf(user)));
  const change = (part: Partial<UserForm>) => setForm((old) => ({ ...old, ...part }));
  const error = add.error ?? set.error;
  const fieldError = (field: string) => (error instanceof Problem ? error.fields.get(field) : undefined);
  useQuery(passwordPolicyQuery);
  const submit = () => {
    const body = bodyOf(form);
    if (user !== undefined) set.mutate({ user, body }, { onSuccess: onClose });
    else {
      add.mutate(body, {
        onSuccess: (admitted) => {
          onAdded(admitted.user, admitted.password);
          onClose();
        },
      });
    }
  };
  const toggle = (id: string) => change({ roleIds: form.roleIds.includes(id) ? form.roleIds.filter((r) => r !== id) : [...form.roleIds, id] });
  return (
    <FormDialog
      title={user === undefined ? t('user.addTitle') : t('user.editTitle', { name: user.username })}
      size="medium"
      submit={user === undefined ? t('user.add') : t('device.save')}
      ready={form.username.trim().length >= 3}
      pending={add.isPending || set.isPending}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="ly-fields">
        {(['username', 'firstName', 'lastName', 'email', 'remark'] as const).map((field) => (
          <label key={field} className="ly-field">
            <span>{t(`user.fields.${field}`)}</span>
            <input
              id={`user-${field}`}
              className="ly-input"
              value={form[field]}
              readOnly={field === 'username' && user !== undefined}
              autoFocus={field === 'username' && user === undefined}
              spellCheck={false}
              autoComplete="off"
              aria-invalid={fieldError(field) !== undefined}
              onChange={(e) => change({ [field]: e.target.value })}
            />
            {fieldError(field) !== undefined && <span className="ly-user-fault">{fieldError(field)}</span>}
          </label>
        ))}
        <label className="ly-field">
          <span>{t('user.fields.expires')}</span>
          <input className="ly-input ly-mono" type="date" value={form.expires} aria-invalid={fieldError('expiresAt') !== undefined} onChange={(e) => change({ expires: e.target.value })} />
          {fieldError('expiresAt') !== undefined && <span className="ly-user-fault">{fieldError('expiresAt')}</span>}
        </label>
        <label className="ly-field">
          <span>{t('user.fields.ptzLevel')}</span>
          <select className="ly-select" value={form.ptzLevel} onChange={(e) => change({ ptzLevel: Number(e.target.value) })}>
            {[1, 2, 3, 4, 5, 6, 7, 8].map((level) => <option key={level}>{level}</option>)}
          </select>
        </label>
      </div>
      <label className="ly-user-tick"><input type="checkbox" checked={form.enabled} onChange={(e) => change({ enabled: e.target.checked })} /> {t('user.fields.enabled')}</label>
      <label className="ly-user-tick"><input type="checkbox" checked={form.manySessions} onChange={(e) => change({ manySessions: e.target.checked })} /> {t('online.manySessions')}</label>
      <label className="ly-field">
        <span>{t('online.networks')}</span>
        <textarea
          className="ly-input ly-mono ly-user-networks"
          rows={2}
          value={form.networks}
          placeholder="10.1.0.0/16"
          spellCheck={false}
          aria-invalid={fieldError('networks') !== undefined}
          onChange={(e) => change({ networks: e.target.value })}
        />
        {fieldError('networks') !== undefined && <span className="ly-user-fault">{fieldError('networks')}</span>}
      </label>
      <div className="ly-user-roles">
        <fieldset>
          <legend>{t('user.columns.roles')}</legend>
          {roles.map((role) => (
            <label key={role.id} className="ly-user-tick"><input type="checkbox" checked={form.roleIds.includes(role.id)} onChange={() => toggle(role.id)} /> {role.name}</label>
          ))}
        </fieldset>
        <RightsPreview roles={roles.filter((role) => form.roleIds.includes(role.id))} />
      </div>
    </FormDialog>
  );
}

/** The union of what roles allow, and where. */
function RightsPreview({ roles }: { roles: Role[] }) {
  const { t } = useTranslation();
  const functions = [...new Set(roles.flatMap((role) => role.functions))];
  return (
    <section aria-live="polite">
      <h2>{t('user.rights')}</h2>
      {functions.length === 0 && <p className="ly-muted">{t('user.noRights')}</p>}
      <ul className="ly-plain-list" tabIndex={0} aria-label={t('user.rights')}>
        {functions.map((word) => {
          const everywhere = roles.some((role) => role.whole && role.functions.includes(word));
          return <li key={word}>{t(wordKey(word as FunctionWord))} {!everywhere && <span className="ly-muted">{t('user.somewhere')}</span>}</li>;
        })}
      </ul>
    </section>
  );
}
