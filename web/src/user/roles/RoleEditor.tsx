import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewRole, Role } from '../../api/types';
import { Notice } from '../../ui/Notice';
import { problemWords } from '../../i18n/problemWords';
import { RemoveQuestion } from '../../ui/RemoveQuestion';
import { FunctionTicks } from './FunctionTicks';
import { GrantList } from './GrantList';
import './roles.css';
import { formOf, useRemoveRole, useSaveRole } from './roles';

interface Props {
  /** Undefined for a new one. */
  role: Role | undefined;
  /** What a new one is copied from. */
  source: Role | undefined;
  onSaved: (id: string) => void;
  onCopy: (id: string) => void;
  onGone: () => void;
}

/** What a role may do, and where. */
export function RoleEditor({ role, source, onSaved, onCopy, onGone }: Props) {
  const { t } = useTranslation();
  const [form, setForm] = useState<NewRole>(() => (source === undefined ? formOf(role) : { ...formOf(source), name: t('role.copyOf', { name: source.name }).slice(0, 100) }));
  const [removing, setRemoving] = useState(false);
  const save = useSaveRole(role);
  const remove = useRemoveRole();
  const readOnly = role !== undefined && !role.changeable;
  const change = (part: Partial<NewRole>) => setForm((old) => ({ ...old, ...part }));
  return (
    <form
      className="ly-form ly-role"
      onSubmit={(event) => {
        event.preventDefault();
        if (!readOnly) save.mutate({ ...form, name: form.name.trim() }, { onSuccess: (saved) => onSaved(saved.id) });
      }}
    >
      {readOnly && <p className="ly-muted">{role.builtIn && role.whole ? t('role.administrator') : t('role.notYours')}</p>}
      <fieldset className="ly-bare" disabled={readOnly}>
        <div className="ly-fields">
          <label className="ly-field"><span>{t('role.name')}</span><input className="ly-input" maxLength={100} value={form.name} onChange={(event) => change({ name: event.target.value })} /></label>
          <label className="ly-field"><span>{t('role.remark')}</span><input className="ly-input" maxLength={1000} value={form.remark ?? ''} onChange={(event) => change({ remark: event.target.value })} /></label>
        </div>
        <h2>{t('role.functions')}</h2>
        <FunctionTicks chosen={form.functions} onChange={(functions) => change({ functions })} />
        <h2>{t('role.where')}</h2>
        <div className="ly-actions">
          <label><input type="radio" name="where" checked={form.whole} onChange={() => change({ whole: true })} /> {t('role.whole')}</label>
          <label><input type="radio" name="where" checked={!form.whole} onChange={() => change({ whole: false })} /> {t('role.some')}</label>
        </div>
        {!form.whole && <GrantList functions={form.functions} grants={form.grants} onChange={(grants) => change({ grants })} />}
      </fieldset>
      <div className="ly-actions">
        {!readOnly && <Button type="submit" isDisabled={form.name.trim() === '' || save.isPending} isLoading={save.isPending}>{t('role.save')}</Button>}
        {role && <Button variant="secondary" onClick={() => onCopy(role.id)}>{t('role.copy')}</Button>}
        {role && !readOnly && !role.builtIn && <Button variant="link" isDanger onClick={() => setRemoving(true)}>{t('role.remove')}</Button>}
      </div>
      {save.error && <Notice kind="danger" title={problemWords(t, save.error)} />}
      {removing && role && (
        <RemoveQuestion
          title={t('role.remove')}
          text={t('role.removeText', { name: role.name })}
          pending={remove.isPending}
          error={remove.error}
          onRemove={() => remove.mutate(role, { onSuccess: onGone })}
          onClose={() => setRemoving(false)}
        />
      )}
    </form>
  );
}
