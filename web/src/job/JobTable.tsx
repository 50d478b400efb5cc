import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { timeText } from '../ui/format';
import { Notice } from '../ui/Notice';
import { TableRoom } from '../ui/TableRoom';
import { JobActs } from './JobActs';
import { JobProgress } from './JobProgress';
import { useJobAct } from './jobs';

interface Props {
  label: string;
  jobs: readonly Job[];
  /** What came out of a job, and the word above it. */
  result: 'files' | 'found';
  resultOf: (job: Job) => ReactNode;
  /** Whether the user may pause, cancel, repeat and remove. */
  acts: boolean;
}

/** Jobs of one kind, with their progress, what came out, and what can be done with them. */
export function JobTable({ label, jobs, result, resultOf, acts }: Props) {
  const { t } = useTranslation();
  const act = useJobAct();
  return (
    <>
      {act.error && <Notice kind="danger" title={problemWords(t, act.error)} />}
      <TableRoom label={label}>
        <thead>
          <tr>
            {(['title', 'state', result, 'ordered'] as const).map((c) => <th key={c} scope="col">{t(`job.columns.${c}`)}</th>)}
            {acts && <th><span className="ly-sr">{t('device.actions')}</span></th>}
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr key={job.id}>
              <th scope="row">{job.title}</th>
              <td><JobProgress job={job} /></td>
              <td>{resultOf(job)}</td>
              <td>
                {job.createdBy} <span className="ly-muted ly-mono">{timeText(job.createdAt)}</span>
                {job.expiresAt !== undefined && <span className="ly-muted"> {t('job.expires', { time: timeText(job.expiresAt) })}</span>}
              </td>
              {acts && <td className="ly-cell-acts"><JobActs job={job} act={act} /></td>}
            </tr>
          ))}
        </tbody>
      </TableRoom>
    </>
  );
}
