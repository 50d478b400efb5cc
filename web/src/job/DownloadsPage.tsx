import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Job } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { bytesText, timeText } from '../ui/format';
import { Empty } from '../ui/Empty';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { PageBar } from '../ui/PageBar';
import '../ui/page.css';
import { ProblemNotice } from '../ui/ProblemNotice';
import { TableRoom } from '../ui/TableRoom';
import { JobActs } from './JobActs';
import { JobProgress } from './JobProgress';
import { jobsQuery, useJobAct } from './jobs';

/** Exports under way and finished, with their files. */
export function DownloadsPage() {
  const { t } = useTranslation();
  const jobs = useQuery(jobsQuery('EXPORT'));
  const act = useJobAct();
  return (
    <>
      <PageBar title={t('job.downloads')}>
        <a className="ly-muted" href="/api/v1/exports/public-key.pem" download="">{t('job.publicKey')}</a>
      </PageBar>
      {jobs.error && <ProblemNotice error={jobs.error} onRetry={() => void jobs.refetch()} />}
      {act.error && <Notice kind="danger" title={problemWords(t, act.error)} />}
      {jobs.isPending && <Loading />}
      {jobs.data?.length === 0 && (
        <Empty title={t('job.none')} text={t('job.noneText')}><Link to="/playback">{t('nav.playback')}</Link></Empty>
      )}
      {jobs.data && jobs.data.length > 0 && (
        <div className="ly-body">
          <TableRoom label={t('job.downloads')}>
            <thead>
              <tr>
                {(['title', 'state', 'files', 'ordered'] as const).map((c) => <th key={c} scope="col">{t(`job.columns.${c}`)}</th>)}
                <th><span className="ly-sr">{t('device.actions')}</span></th>
              </tr>
            </thead>
            <tbody>
              {jobs.data.map((job) => (
                <tr key={job.id}>
                  <th scope="row">{job.title}</th>
                  <td><JobProgress job={job} /></td>
                  <td><Files job={job} /></td>
                  <td>
                    {job.createdBy} <span className="ly-muted ly-mono">{timeText(job.createdAt)}</span>
                    {job.expiresAt !== undefined && <span className="ly-muted"> {t('job.expires', { time: timeText(job.expiresAt) })}</span>}
                  </td>
                  <td className="ly-cell-acts"><JobActs job={job} act={act} /></td>
                </tr>
              ))}
            </tbody>
          </TableRoom>
        </div>
      )}
    </>
  );
}

function Files({ job }: { job: Job }) {
  const { t } = useTranslation();
  if (job.files.length === 0) return null;
  return (
    <span className="ly-files">
      {job.state === 'SUCCEEDED' && <a href={`/api/v1/exports/${job.id}.zip`} download="">{t('job.zip')}</a>}
      {job.files.map((file) => (
        <a key={file.name} href={`/api/v1/exports/${job.id}/files/${encodeURIComponent(file.name)}`} download="">
          {file.name} <span className="ly-muted ly-mono">{bytesText(file.bytes)}</span>
        </a>
      ))}
    </span>
  );
}
