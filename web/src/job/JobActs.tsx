import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../api/types';
import { actsOf, useJobAct } from './jobs';

/** What can be done with a job now. */
export function JobActs({ job, act }: { job: Job; act: ReturnType<typeof useJobAct> }) {
  const { t } = useTranslation();
  return (
    <span className="ly-job-acts">
      {actsOf(job).map((name) => (
        <Button key={name} variant="link" isInline isDisabled={act.isPending} onClick={() => act.mutate({ job, act: name })}>{t(`job.acts.${name}`)}</Button>
      ))}
    </span>
  );
}
