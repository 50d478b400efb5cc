import { Button, Switch } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlarmPriority, AlarmScheme, NewAlarmScheme } from '../api/types';
import { templateName, templatesQuery } from '../schedule/templates';
import { FormDialog } from '../ui/FormDialog';
import { bodyOf, formOf, isComplete, useSaveScheme, withOnlyAfter } from './schemes';
import { SchemeActions } from './SchemeActions';
import { SchemeConditions } from './SchemeConditions';
import { SchemeInputs } from './SchemeInputs';
import { SchemeOnlyAfter } from './SchemeOnlyAfter';
import { SchemeRecipients } from './SchemeRecipients';
import { SchemeSecret } from './SchemeSecret';
import { SchemeSources } from './SchemeSources';
import { SchemeTypes } from './SchemeTypes';
import { TrialDialog } from './TrialDialog';

const PRIORITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const;
const SPANS = { mergeSeconds: ['merge', 0, 600], capSeconds: ['cap', 1, 3600], delayOnSeconds: ['delayOn', 0, 600], delayOffSeconds: ['delayOff', 0, 600] } as const;
type Span = keyof typeof SPANS;

/** Adds an alarm scheme or changes one. */
export function SchemeDialog({ scheme, onClose }: { scheme: AlarmScheme | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const templates = useQuery(templatesQuery);
  const [typed, setForm] = useState<NewAlarmScheme>(() => formOf(scheme));
  const [trying, setTrying] = useState(false);
  const save = useSaveScheme(scheme);
  const first = templates.data?.find((one) => one.builtin) ?? templates.data?.[0];
  const form = typed.templateId === '' ? { ...typed, templateId: first?.id ?? '' } : typed;
  const set = (next: Partial<NewAlarmScheme>) => setForm({ ...form, ...next });
  return (
    <FormDialog
      title={scheme === undefined ? t('scheme.add') : t('scheme.edit')}
      size="medium"
      submit={t('scheme.save')}
      ready={isComplete(form)}
      pending={save.isPending}
      error={save.error ?? templates.error}
      onSubmit={() => save.mutate(bodyOf(form), { onSuccess: onClose })}
      onClose={onClose}
    >
      <label className="ly-field">
        <span>{t('scheme.name')}</span>
        <input className="ly-input" value={form.name} maxLength={100} autoFocus onChange={(event) => set({ name: event.target.value })} />
      </label>
      <div className="ly-fields">
        <label className="ly-field">
          <span>{t('scheme.priority')}</span>
          <select className="ly-select" value={form.priority} onChange={(event) => set({ priority: event.target.value as AlarmPriority })}>
            {PRIORITIES.map((one) => <option key={one} value={one}>{t(`alarm.priority.${one}`)}</option>)}
          </select>
        </label>
        <label className="ly-field">
          <span>{t('scheme.template')}</span>
          <select className="ly-select" value={form.templateId} onChange={(event) => set({ templateId: event.target.value })}>
            {templates.data?.map((one) => <option key={one.id} value={one.id}>{templateName(t, one)}</option>)}
          </select>
        </label>
      </div>
      <SchemeTypes chosen={form.types} onChange={(types) => set({ types })} />
      <SchemeSources sources={form.sources} onChange={(sources) => set({ sources })} />
      <SchemeInputs sources={form.sources} onChange={(sources) => set({ sources })} />
      <SchemeConditions conditions={form.conditions ?? []} onChange={(conditions) => set({ conditions })} />
      <SchemeOnlyAfter rule={form.onlyAfter} onChange={(rule) => setForm(withOnlyAfter(form, rule))} />
      <SchemeActions actions={form.actions ?? []} onChange={(actions) => set({ actions })} />
      {scheme?.actions.some((one) => one.kind === 'WEBHOOK') && <SchemeSecret schemeId={scheme.id} />}
      <SchemeRecipients form={form} onChange={set} />
      <fieldset className="ly-fields">
        <legend>{t('scheme.more')}</legend>
        {(Object.keys(SPANS) as Span[]).map((span) => (
          <label key={span} className="ly-field">
            <span>{t(`scheme.${SPANS[span][0]}`)}</span>
            <input className="ly-input ly-mono" type="number" min={SPANS[span][1]} max={SPANS[span][2]} value={form[span]} onChange={(event) => set({ [span]: event.target.valueAsNumber })} />
          </label>
        ))}
      </fieldset>
      <label className="ly-field">
        <span>{t('scheme.procedure')}</span>
        <textarea className="ly-input" rows={4} maxLength={4000} value={form.procedure ?? ''} onChange={(event) => set({ procedure: event.target.value })} />
      </label>
      <div><Button variant="secondary" isDisabled={!isComplete(form)} onClick={() => setTrying(true)}>{t('trial.act')}</Button></div>
      {trying && <TrialDialog id={scheme?.id} draft={bodyOf(form)} onClose={() => setTrying(false)} />}
      <Switch label={t('scheme.enabled')} isChecked={form.enabled} onChange={(_, enabled) => set({ enabled })} />
    </FormDialog>
  );
}
