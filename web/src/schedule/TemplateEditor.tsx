import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { serverNow } from '../api/serverClock';
import type { TimeTemplate } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { zoneName } from '../ui/format';
import { Notice } from '../ui/Notice';
import { HolidayList } from './HolidayList';
import { templateName, useRemoveTemplate, useSaveTemplate } from './templates';
import { WeekGrid } from './WeekGrid';
import { faultOf, formOf, NEW_TEMPLATE, type TemplateForm } from './week';

const ZONES = Intl.supportedValuesOf('timeZone');

interface Props {
  template: TimeTemplate | undefined;
  mayConfigure: boolean;
  onSaved: (id: string) => void;
  onGone: () => void;
}

/** One time template: its name, zone, week and special days, and who follows it. */
export function TemplateEditor({ template, mayConfigure, onSaved, onGone }: Props) {
  const { t } = useTranslation();
  const [form, setForm] = useState<TemplateForm>(() => (template === undefined ? NEW_TEMPLATE : formOf(template)));
  const [fault, setFault] = useState<string>();
  const save = useSaveTemplate(template);
  const remove = useRemoveTemplate();
  const readOnly = !mayConfigure || template?.builtin === true;
  const set = (next: Partial<TemplateForm>) => {
    setForm((old) => ({ ...old, ...next }));
    setFault(undefined);
    save.reset();
  };
  const submit = () => {
    const wrong = faultOf(form);
    setFault(wrong === undefined ? undefined : t(`schedule.fault.${wrong}`));
    if (wrong === undefined) save.mutate(form, { onSuccess: (saved) => onSaved(saved.id) });
  };
  const error = fault ?? (save.error && problemWords(t, save.error)) ?? (remove.error && problemWords(t, remove.error));
  return (
    <form
      className="ly-template"
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) submit();
      }}
    >
      <div className="ly-template-head">
        <label className="ly-field">
          <span>{t('schedule.name')}</span>
          <input className="ly-input" value={template?.builtin ? templateName(t, template) : form.name} readOnly={readOnly} maxLength={100} autoFocus={template === undefined} onChange={(e) => set({ name: e.target.value })} />
        </label>
        <label className="ly-field">
          <span>{t('schedule.zone')}</span>
          <input className="ly-input ly-mono" list="zones" value={form.zone} readOnly={readOnly} placeholder={t('schedule.siteZone')} onChange={(e) => set({ zone: e.target.value })} />
          <datalist id="zones">{ZONES.map((zone) => <option key={zone} value={zone} />)}</datalist>
        </label>
        {form.zone !== '' && form.zone !== zoneName() && <p className="ly-muted">{t('schedule.otherZone', { zone: zoneName() })}</p>}
      </div>
      {template?.builtin === true && <p className="ly-muted">{t('schedule.builtinText')}</p>}
      <WeekGrid week={form.week} readOnly={readOnly} onChange={(week) => set({ week })} />
      {!readOnly && <p className="ly-muted">{t('schedule.paintHint')}</p>}
      <HolidayList holidays={form.holidays} readOnly={readOnly} today={serverNow()} onChange={(holidays) => set({ holidays })} />
      {template !== undefined && <Usage template={template} />}
      {error && <Notice kind="danger" title={error} />}
      {save.isSuccess && <Notice kind="success" title={t('schedule.saved')} />}
      {!readOnly && (
        <div className="ly-actions">
          <Button type="submit" isLoading={save.isPending} isDisabled={save.isPending}>{t('device.save')}</Button>
          {template !== undefined && <Button variant="danger" isLoading={remove.isPending} onClick={() => remove.mutate(template, { onSuccess: onGone })}>{t('device.remove')}</Button>}
        </div>
      )}
    </form>
  );
}

function Usage({ template }: { template: TimeTemplate }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('schedule.usedBy')}</h2>
      {template.usedBy.length === 0 ? (
        <p className="ly-muted">{t('schedule.unused')}</p>
      ) : (
        <ul className="ly-plain-list">
          {template.usedBy.map((use) => (
            <li key={use.id}>{use.kind === 'recording-plan' ? <Link to={`/recording?plan=${use.id}`}>{use.name}</Link> : use.name}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
