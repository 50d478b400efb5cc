import { Switch } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingPlan } from '../../api/types';
import { templateName, templatesQuery } from '../../schedule/templates';
import { ChannelPicker } from '../../ui/ChannelPicker';
import { FormDialog } from '../../ui/FormDialog';
import { MOST_POST, MOST_PRE, PLAN_KINDS, planBody, planFault, planForm, type PlanForm } from './planForm';
import { useSavePlan } from './planQueries';

/** Adds a recording plan or changes one. */
export function PlanDialog({ plan, onClose }: { plan: RecordingPlan | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const templates = useQuery(templatesQuery);
  const [typed, setForm] = useState<PlanForm>(() => planForm(plan, ''));
  const [fault, setFault] = useState<string>();
  const save = useSavePlan(plan);
  const first = templates.data?.find((x) => x.builtin) ?? templates.data?.[0];
  const form = typed.templateId === '' ? { ...typed, templateId: first?.id ?? '' } : typed;
  const set = (next: Partial<PlanForm>) => {
    setForm({ ...form, ...next });
    setFault(undefined);
  };
  const submit = () => {
    const wrong = planFault(form);
    setFault(wrong === undefined ? undefined : t(`plan.fault.${wrong}`));
    if (wrong === undefined) save.mutate(planBody(form), { onSuccess: onClose });
  };
  const seconds = (key: 'preSeconds' | 'postSeconds', most: number) => (
    <label className="ly-field">
      <span>{t(`plan.${key}`)}</span>
      <input className="ly-input ly-mono" type="number" min={0} max={most} value={form[key]} onChange={(e) => set({ [key]: e.target.valueAsNumber })} />
    </label>
  );
  return (
    <FormDialog
      title={plan ? t('device.editTitle', { name: plan.name }) : t('plan.add')}
      size="medium"
      submit={t('device.save')}
      ready
      pending={save.isPending}
      error={fault ?? save.error ?? templates.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <label className="ly-field">
        <span>{t('schedule.name')}</span>
        <input className="ly-input" value={form.name} maxLength={100} autoFocus onChange={(e) => set({ name: e.target.value })} />
      </label>
      <div className="ly-fields">
        <label className="ly-field">
          <span>{t('plan.columns.template')}</span>
          <select className="ly-select" value={form.templateId} onChange={(e) => set({ templateId: e.target.value })}>
            {templates.data?.map((template) => <option key={template.id} value={template.id}>{templateName(t, template)}</option>)}
          </select>
        </label>
        <label className="ly-field">
          <span>{t('plan.columns.kind')}</span>
          <select className="ly-select" value={form.kind} onChange={(e) => set({ kind: e.target.value as PlanForm['kind'] })}>
            {PLAN_KINDS.map((kind) => <option key={kind} value={kind}>{t(`playback.kinds.${kind}`)}</option>)}
          </select>
        </label>
        <label className="ly-field">
          <span>{t('plan.columns.stream')}</span>
          <select className="ly-select" value={form.stream} onChange={(e) => set({ stream: e.target.value as PlanForm['stream'] })}>
            {(['MAIN', 'SUB'] as const).map((stream) => <option key={stream} value={stream}>{t(`device.stream.${stream}`)}</option>)}
          </select>
        </label>
        {form.kind !== 'CONTINUOUS' && seconds('preSeconds', MOST_PRE)}
        {form.kind !== 'CONTINUOUS' && seconds('postSeconds', MOST_POST)}
      </div>
      {form.kind !== 'CONTINUOUS' && <p className="ly-muted">{t('plan.eventText')}</p>}
      <ChannelPicker chosen={form.channelIds} onChange={(channelIds) => set({ channelIds })} />
      <Switch label={t('plan.isEnabled')} isChecked={form.enabled} onChange={(_, enabled) => set({ enabled })} />
    </FormDialog>
  );
}
