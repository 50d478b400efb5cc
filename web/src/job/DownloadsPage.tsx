import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Job } from '../api/types';
import { bytesText } from '../ui/format';
import { Empty } from '../ui/Empty';
import { Loading } from '../ui/Loading';
import { PageBar } from '../ui/PageBar';
import '../ui/page.css';
import { ProblemNotice } from '../ui/ProblemNotice';
import { jobsQuery } from './jobs';
import { JobTable } from './JobTable';

/** Exports under way and finished, with their files. */
export function DownloadsPage() {
  const { t } = useTranslation();
  const jobs = useQuery(jobsQuery('EXPORT'));
  return (
    <>
      <PageBar title={t('job.downloads')}>
        <a className="ly-muted" href="/api/v1/exports/public-key.pem" download="">{t('job.publicKey')}</a>
      </PageBar>
      {jobs.error && <ProblemNotice error={jobs.error} onRetry={() => void jobs.refetch()} />}
      {jobs.isPending && <Loading />}
      {jobs.data?.length === 0 && (
        <Empty title={t('job.none')} text={t('job.noneText')}><Link to="/playback">{t('nav.playback')}</Link></Empty>
      )}
      {jobs.data && jobs.data.length > 0 && (
        <div className="ly-body"><JobTable label={t('job.downloads')} jobs={jobs.data} result="files" resultOf={(job) => <Files job={job} />} acts /></div>
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
