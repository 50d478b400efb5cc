import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Empty } from '../ui/Empty';

/** Shown in place of a page that threw; the shell around it stays. */
export function PageFailed() {
  const { t } = useTranslation();
  const error = useRouteError();
  const message = error instanceof Error ? error.message : String(error);
  return (
    <Empty whole title={t('app.failed.title')} text={t('app.failed.text', { message })}>
      <Button variant="secondary" onClick={() => window.location.reload()}>{t('app.retry')}</Button>
    </Empty>
  );
}
