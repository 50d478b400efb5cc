import PlusIcon from '@patternfly/react-icons/dist/esm/icons/plus-icon';
import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useChannels } from '../../api/channelQueries';
import type { RecordingPlan } from '../../api/types';
import { templateName, templatesQuery } from '../../schedule/templates';
import { Empty } from '../../ui/Empty';
import { Loading } from '../../ui/Loading';
import { Mark } from '../../ui/Mark';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { RemoveQuestion } from '../../ui/RemoveQuestion';
import { TableRoom } from '../../ui/TableRoom';
import { PlanDialog } from './PlanDialog';
import { plansQuery, useRemovePlan } from './planQueries';

/** All recording plans. The one being edited is in the address. */
export function PlanList({ mayConfigure }: { mayConfigure: boolean }) {
  const { t } = useTranslation();
  const plans = useQuery(plansQuery);
  const templates = useQuery(templatesQuery);
  const nameOf = (plan: RecordingPlan) => {
    const template = templates.data?.find((one) => one.id === plan.templateId);
    return template === undefined ? plan.templateName : templateName(t, template);
  };
  const [params, setParams] = useSearchParams();
  const [removed, setRemoved] = useState<RecordingPlan>();
  const remove = useRemovePlan();
  const edited = plans.data?.find((p) => p.id === params.get('plan'));
  const open = (id: string | undefined) => setParams(id === undefined ? {} : { plan: id });
  if (plans.error) return <ProblemNotice error={plans.error} onRetry={() => void plans.refetch()} />;
  if (plans.data === undefined) return <Loading />;
  return (
    <section>
      {mayConfigure && plans.data.length > 0 && (
        <div className="ly-section-acts"><Button icon={<PlusIcon />} onClick={() => open('new')}>{t('plan.add')}</Button></div>
      )}
      {plans.data.length === 0 ? (
        <Empty title={t('plan.none')} text={mayConfigure ? t('plan.noneText') : t('plan.noneOperator')}>
          {mayConfigure && <Button icon={<PlusIcon />} onClick={() => open('new')}>{t('plan.add')}</Button>}
        </Empty>
      ) : (
        <TableRoom label={t('plan.tabs.plans')}>
          <thead>
            <tr>
              {(['name', 'state', 'kind', 'template', 'stream', 'around', 'channels'] as const).map((c) => <th key={c} scope="col">{t(`plan.columns.${c}`)}</th>)}
              {mayConfigure && <th><span className="ly-sr">{t('device.actions')}</span></th>}
            </tr>
          </thead>
          <tbody>
            {plans.data.map((plan) => (
              <tr key={plan.id}>
                <th scope="row">{plan.name}</th>
                <td><Mark tone={plan.enabled ? 'ok' : 'off'} word={plan.enabled ? t('plan.enabled') : t('plan.disabled')} /></td>
                <td>{t(`playback.kinds.${plan.kind}`)}</td>
                <td><Link to={`/schedules?id=${plan.templateId}`}>{nameOf(plan)}</Link></td>
                <td>{t(`device.stream.${plan.stream}`)}</td>
                <td className="ly-mono">{plan.kind === 'CONTINUOUS' ? '' : t('plan.aroundText', { pre: plan.preSeconds, post: plan.postSeconds })}</td>
                <PlanChannels ids={plan.channelIds} />
                {mayConfigure && (
                  <td className="ly-cell-acts">
                    <Button variant="link" isInline onClick={() => open(plan.id)}>{t('device.edit')}</Button>{' '}
                    <Button variant="link" isInline onClick={() => setRemoved(plan)}>{t('device.remove')}</Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </TableRoom>
      )}
      {mayConfigure && (edited || params.get('plan') === 'new') && <PlanDialog plan={edited} onClose={() => open(undefined)} />}
      {removed && (
        <RemoveQuestion
          title={t('device.removeTitle', { name: removed.name })}
          text={t('plan.removeText')}
          pending={remove.isPending}
          error={remove.error}
          onRemove={() => remove.mutate(removed, { onSuccess: () => setRemoved(undefined) })}
          onClose={() => setRemoved(undefined)}
        />
      )}
    </section>
  );
}

const NAMED = 10;

/** How many channels a plan has, and the names of the first. */
function PlanChannels({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  const { found } = useChannels(ids.slice(0, NAMED));
  const names = found.map((channel) => channel.name).join(', ');
  return <td title={ids.length > NAMED ? `${names}…` : names}>{t('plan.channelCount', { count: ids.length })}</td>;
}
