import { Button } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { problemWords } from '../i18n/problemWords';
import { Mark } from '../ui/Mark';

/** Verifies the whole log when asked, and says what was found. */
export function Verification() {
  const { t } = useTranslation();
  const verify = useMutation({ mutationFn: () => answer(api.GET('/api/v1/audit-entries/verification')) });
  const report = verify.data;
  return (
    <>
      <Button variant="secondary" size="sm" isLoading={verify.isPending} isDisabled={verify.isPending} onClick={() => verify.mutate()}>{t('audit.verify')}</Button>
      <span role="status">
        {verify.error !== null && <Mark tone="major" word={problemWords(t, verify.error)} />}
        {report?.intact === true && <Mark tone="ok" word={t('audit.intact', { count: report.entries })} title={report.head} />}
        {report?.intact === false && report.finding !== undefined && (
          <Mark tone="critical" word={t(`audit.findings.${report.finding.kind}`, { entry: report.finding.entryId ?? '–', seq: report.finding.seq ?? '–' })} title={report.finding.text} />
        )}
      </span>
    </>
  );
}
