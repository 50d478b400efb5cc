import { useTranslation } from 'react-i18next';
import type { Job } from '../api/types';
import { reasonWords } from '../i18n/problemWords';
import { bytesText } from '../ui/format';
import { Mark } from '../ui/Mark';
import { JOB_TONE, shareDone } from './jobs';
import './job.css';

/** State and progress of a job in words, with a bar while it runs. */
export function JobProgress({ job }: { job: Job }) {
  const { t } = useTranslation();
  const share = shareDone(job);
  const amount = (n: number) => (job.unit === 'BYTES' ? bytesText(n) : String(n));
  const ended = job.state === 'SUCCEEDED' || job.state === 'PARTIAL' || job.state === 'CANCELLED';
  const why = reasonWords(t, job.reason);
  return (
    <span className="ly-job">
      <Mark tone={JOB_TONE[job.state]} word={t(`job.states.${job.state}`)} />
      {!ended && share !== undefined && <progress value={share} max={1} aria-label={job.title} />}
      {!ended && (job.done > 0 || job.total > 0) && (
        <span className="ly-muted ly-mono">
          {share === undefined ? amount(job.done) : t('job.progress', { percent: Math.floor(share * 100), done: amount(job.done), total: amount(job.total) })}
        </span>
      )}
      {why !== '' && <span className="ly-muted">{why}</span>}
    </span>
  );
}
