import PlusIcon from '@patternfly/react-icons/dist/esm/icons/plus-icon';
import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useMay } from '../app/useSession';
import { Loading } from '../ui/Loading';
import { PageBar } from '../ui/PageBar';
import { ProblemNotice } from '../ui/ProblemNotice';
import '../ui/page.css';
import './schedule.css';
import { TemplateEditor } from './TemplateEditor';
import { templateName, templatesQuery } from './templates';

/** The time templates: the list, and the chosen one in its editor. The choice is in the address. */
export function SchedulesPage() {
  const { t } = useTranslation();
  const mayConfigure = useMay('schedule.configure');
  const templates = useQuery(templatesQuery);
  const [params, setParams] = useSearchParams();
  const adding = mayConfigure && params.has('add');
  const chosen = adding ? undefined : (templates.data?.find((x) => x.id === params.get('id')) ?? templates.data?.[0]);
  const choose = (id: string | undefined) => setParams(id === undefined ? {} : { id });
  return (
    <>
      <PageBar
        title={t('schedule.title')}
        actions={mayConfigure && <Button icon={<PlusIcon />} onClick={() => setParams({ add: '1' })}>{t('schedule.add')}</Button>}
      />
      {templates.error && <ProblemNotice error={templates.error} onRetry={() => void templates.refetch()} />}
      {templates.isPending && <Loading />}
      {templates.data && (
        <div className="ly-schedules">
          <nav aria-label={t('schedule.title')}>
            <ul className="ly-side-list">
              {templates.data.map((template) => (
                <li key={template.id}>
                  <button type="button" aria-current={template.id === chosen?.id ? 'true' : undefined} onClick={() => choose(template.id)}>
                    <span>{templateName(t, template)}</span>
                    <span className="ly-muted">
                      {template.builtin ? t('schedule.builtin') : t('schedule.uses', { count: template.usedBy.length })}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          {(adding || chosen) && (
            <TemplateEditor
              key={chosen === undefined ? 'new' : `${chosen.id} ${chosen.version}`}
              template={chosen}
              mayConfigure={mayConfigure}
              onSaved={choose}
              onGone={() => choose(undefined)}
            />
          )}
        </div>
      )}
    </>
  );
}
