import type { RecordingKind, RecordingPlan, StreamKind } from '../../api/types';

/** What the user says about a plan. */
export interface PlanForm {
  name: string;
  enabled: boolean;
  templateId: string;
  kind: RecordingKind;
  stream: StreamKind;
  preSeconds: number;
  postSeconds: number;
  channelIds: string[];
}

export const MOST_PRE = 30;
export const MOST_POST = 600;
export const PLAN_KINDS = ['CONTINUOUS', 'MOTION', 'ALARM'] as const;

export function planForm(plan: RecordingPlan | undefined, templateId: string): PlanForm {
  if (plan === undefined) {
    return { name: '', enabled: true, templateId, kind: 'CONTINUOUS', stream: 'MAIN', preSeconds: 5, postSeconds: 10, channelIds: [] };
  }
  const { name, enabled, kind, stream, preSeconds, postSeconds, channelIds } = plan;
  return { name, enabled, templateId: plan.templateId, kind, stream, preSeconds, postSeconds, channelIds };
}

export type PlanFault = 'nameRequired' | 'templateRequired' | 'channelsRequired' | 'seconds';

export function planFault(form: PlanForm): PlanFault | undefined {
  if (form.name.trim() === '') return 'nameRequired';
  if (form.templateId === '') return 'templateRequired';
  if (form.channelIds.length === 0) return 'channelsRequired';
  const within = (n: number, most: number) => Number.isInteger(n) && n >= 0 && n <= most;
  return within(form.preSeconds, MOST_PRE) && within(form.postSeconds, MOST_POST) ? undefined : 'seconds';
}

/** As it is sent: seconds before and after belong to what begins by an event. */
export function planBody(form: PlanForm): PlanForm {
  const waits = form.kind !== 'CONTINUOUS';
  return { ...form, name: form.name.trim(), preSeconds: waits ? form.preSeconds : 0, postSeconds: waits ? form.postSeconds : 0 };
}
