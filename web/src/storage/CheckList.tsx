import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { JobActs } from '../job/JobActs';
import { JobProgress } from '../job/JobProgress';
import { jobsQuery, useJobAct } from '../job/jobs';
import { Dialog } from '../ui/Dialog';
import { timeText } from '../ui/format';
import { Mark } from '../ui/Mark';
import { Notice } from '../ui/Notice';
import { TableRoom } from '../ui/TableRoom';

/** The checks of volumes, running and done, with what they found. */
export function CheckList({ administrator }: { administrator: boolean }) {
  const { t } = useTranslation();
  const jobs = useQuery(jobsQuery('CHECK'));
  const act = useJobAct();
  const [shown, setShown] = useState<Job>();
  if (jobs.data === undefined || jobs.data.length === 0) return null;
  return (
    <section>
      <h2>{t('storage.checksTitle')}</h2>
      {act.error && <Notice kind="danger" title={problemWords(t, act.error)} />}
      <TableRoom label={t('storage.checksTitle')}>
        <thead>
          <tr>
            {(['title', 'state', 'found', 'ordered'] as const).map((c) => <th key={c} scope="col">{t(`job.columns.${c}`)}</th>)}
            {administrator && <th><span className="ly-sr">{t('device.actions')}</span></th>}
          </tr>
        </thead>
        <tbody>
          {jobs.data.map((job) => (
            <tr key={job.id}>
              <th scope="row">{job.title}</th>
              <td><JobProgress job={job} /></td>
              <td>
                {job.check && (
                  job.check.count === 0
                    ? <Mark tone="ok" word={t('storage.clean', { files: job.check.files })} />
                    : <Button variant="link" isInline onClick={() => setShown(job)}>{t('storage.found', { count: job.check.count, repaired: job.check.repaired })}</Button>
                )}
              </td>
              <td>{job.createdBy} <span className="ly-muted ly-mono">{timeText(job.createdAt)}</span></td>
              {administrator && <td className="ly-cell-acts"><JobActs job={job} act={act} /></td>}
            </tr>
          ))}
        </tbody>
      </TableRoom>
      {shown?.check && (
        <Dialog scrolls title={shown.title} size="large" onClose={() => setShown(undefined)} footer={<Button onClick={() => setShown(undefined)}>{t('app.close')}</Button>}>
          <table className="ly-table">
            <thead>
              <tr>{(['code', 'path', 'detail', 'repaired'] as const).map((c) => <th key={c} scope="col">{t(`storage.findings.${c}`)}</th>)}</tr>
            </thead>
            <tbody>
              {shown.check.findings.map((f, i) => (
                <tr key={i}>
                  <td className="ly-mono">{f.code}</td>
                  <td className="ly-mono">{f.path}</td>
                  <td>{f.detail}</td>
                  <td>{f.repaired && <Mark tone="ok" word={t('storage.repaired')} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Dialog>
      )}
    </section>
  );
}
