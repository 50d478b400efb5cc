import { Button } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { ProblemNotice } from '../ui/ProblemNotice';

/** Makes a new secret for the web calls of a scheme, and shows it this once. */
export function SchemeSecret({ schemeId }: { schemeId: string }) {
  const { t } = useTranslation();
  const renew = useMutation({ mutationFn: () => answer(api.POST('/api/v1/alarm-schemes/{id}/secret', { params: { path: { id: schemeId } } })) });
  return (
    <div className="ly-linkage-secret">
      {renew.error && <ProblemNotice error={renew.error} />}
      <Button variant="link" isInline isDisabled={renew.isPending} onClick={() => renew.mutate()}>{t('linkage.secret')}</Button>
      {renew.data && <p role="status">{t('linkage.secretShown')} <code>{renew.data.secret}</code></p>}
    </div>
  );
}
