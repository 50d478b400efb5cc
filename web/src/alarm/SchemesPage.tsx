import PlusIcon from '@patternfly/react-icons/dist/esm/icons/plus-icon';
import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlarmScheme } from '../api/types';
import { templateName, templatesQuery } from '../schedule/templates';
import { Empty } from '../ui/Empty';
import { Loading } from '../ui/Loading';
import { Mark } from '../ui/Mark';
import { PageBar } from '../ui/PageBar';
import { ProblemNotice } from '../ui/ProblemNotice';
import { RemoveQuestion } from '../ui/RemoveQuestion';
import { TableRoom } from '../ui/TableRoom';
import { PRIORITY_TONE } from './alarmWords';
import { SchemeDialog } from './SchemeDialog';
import { formOf, schemesQuery, useRemoveScheme } from './schemes';
import { SchemeEvents } from './SchemeEvents';
import { TrialDialog } from './TrialDialog';
import '../ui/page.css';
import './scheme.css';

/** Which events are alarms. */
export function SchemesPage() {
  const { t } = useTranslation();
  const schemes = useQuery(schemesQuery);
  const templates = useQuery(templatesQuery).data ?? [];
  const remove = useRemoveScheme();
  const [edited, setEdited] = useState<AlarmScheme | 'new'>();
  const [tried, setTried] = useState<AlarmScheme>();
  const [removed, setRemoved] = useState<AlarmScheme>();
  return (
    <>
      <PageBar title={t('scheme.title')} actions={<Button icon={<PlusIcon />} onClick={() => setEdited('new')}>{t('scheme.add')}</Button>} />
      <div className="ly-body">
        {schemes.error && <ProblemNotice error={schemes.error} onRetry={() => void schemes.refetch()} />}
        {schemes.isPending && <Loading />}
        {schemes.data?.length === 0 && <Empty title={t('scheme.none')} text={t('scheme.noneText')} />}
        {schemes.data !== undefined && schemes.data.length > 0 && (
          <TableRoom label={t('scheme.title')}>
            <thead>
              <tr>
                <th scope="col">{t('scheme.name')}</th>
                <th scope="col">{t('scheme.enabled')}</th>
                <th scope="col">{t('scheme.priority')}</th>
                <th scope="col">{t('scheme.template')}</th>
                <th scope="col">{t('scheme.types')}</th>
                <th scope="col">{t('scheme.sources')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {schemes.data.map((scheme) => (
                <tr key={scheme.id}>
                  <th scope="row">{scheme.name}</th>
                  <td><Mark tone={scheme.enabled ? 'ok' : 'off'} word={scheme.enabled ? t('scheme.on') : t('scheme.off')} /></td>
                  <td><Mark tone={PRIORITY_TONE[scheme.priority]} word={t(`alarm.priority.${scheme.priority}`)} /></td>
                  <td>{templates.filter((one) => one.id === scheme.templateId).map((one) => templateName(t, one))}</td>
                  <td><SchemeEvents scheme={scheme} /></td>
                  <td>{t('scheme.usesSources', { count: scheme.sources.length })}</td>
                  <td className="ly-cell-acts">
                    <Button variant="link" isInline onClick={() => setTried(scheme)}>{t('trial.act')}</Button>
                    <Button variant="link" isInline onClick={() => setEdited(scheme)}>{t('scheme.edit')}</Button>
                    <Button variant="link" isInline onClick={() => setRemoved(scheme)}>{t('scheme.remove')}</Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </TableRoom>
        )}
      </div>
      {edited !== undefined && <SchemeDialog scheme={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />}
      {tried && <TrialDialog id={tried.id} draft={formOf(tried)} onClose={() => setTried(undefined)} />}
      {removed && (
        <RemoveQuestion
          title={t('scheme.removeTitle', { name: removed.name })}
          text={t('scheme.removeText')}
          pending={remove.isPending}
          error={remove.error}
          onRemove={() => remove.mutate(removed, { onSuccess: () => setRemoved(undefined) })}
          onClose={() => setRemoved(undefined)}
        />
      )}
    </>
  );
}
