import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { problemWords } from '../i18n/problemWords';
import { Notice } from './Notice';

/** Says why something could not be read and offers to try again. A lost session has its own bar. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  if (error instanceof Problem && error.status === 401) return null;
  return (
    <div className="ly-problem">
      <Notice kind="danger" title={problemWords(t, error)} />
      {onRetry && <Button variant="secondary" onClick={onRetry}>{t('app.retry')}</Button>}
    </div>
  );
}
