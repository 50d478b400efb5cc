import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../api/types';
import { jobsQuery } from '../job/jobs';
import { JobTable } from '../job/JobTable';
import { Dialog } from '../ui/Dialog';
import { Mark } from '../ui/Mark';

/** The checks of volumes, running and done, with what they found. */
export function CheckList({ mayConfigure }: { mayConfigure: boolean }) {
  const { t } = useTranslation();
  const jobs = useQuery(jobsQuery('CHECK'));
  const [shown, setShown] = useState<Job>();
  if (jobs.data === undefined || jobs.data.length === 0) return null;
  return (
    <section>
      <h2>{t('storage.checksTitle')}</h2>
      <JobTable label={t('storage.checksTitle')} jobs={jobs.data} result="found" resultOf={(job) => <Found job={job} onShow={() => setShown(job)} />} acts={mayConfigure} />
      {shown?.check && (
        <Dialog scrolls title={shown.title} size="large" onClose={() => setShown(undefined)} footer={<Button onClick={() => setShown(undefined)}>{t('app.close')}</Button>}>
          <Findings check={shown.check} />
        </Dialog>
      )}
    </section>
  );
}

function Found({ job: { check }, onShow }: { job: Job; onShow: () => void }) {
  const { t } = useTranslation();
  if (check === undefined) return null;
  if (check.count === 0) return <Mark tone="ok" word={t('storage.clean', { files: check.files })} />;
  return <Button variant="link" isInline onClick={onShow}>{t('storage.found', { count: check.count, repaired: check.repaired })}</Button>;
}

function Findings({ check }: { check: NonNullable<Job['check']> }) {
  const { t } = useTranslation();
  return (
    <table className="ly-table">
      <thead>
        <tr>{(['code', 'path', 'detail', 'repaired'] as const).map((c) => <th key={c} scope="col">{t(`storage.findings.${c}`)}</th>)}</tr>
      </thead>
      <tbody>
        {check.findings.map((f, i) => (
          <tr key={i}>
            <td className="ly-mono">{f.code}</td>
            <td className="ly-mono">{f.path}</td>
            <td>{f.detail}</td>
            <td>{f.repaired && <Mark tone="ok" word={t('storage.repaired')} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
