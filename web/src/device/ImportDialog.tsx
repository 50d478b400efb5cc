import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../i18n/problemWords';
import { Dialog } from '../ui/Dialog';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { importQuery, isUnderWay, useStartImport } from './bringIn';
import '../ui/page.css';
import { ImportRows } from './ImportRows';

/**
 * An import: what is wrong with its rows before anything is done, then how far it is and what became of each row. Closing it
 * stops nothing; its address leads back to it.
 */
export function ImportDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const query = useQuery(importQuery(id));
  const start = useStartImport();
  const one = query.data?.one;
  const waiting = one !== undefined && one.jobId === undefined && one.ready > 0;
  const wrong = query.error ?? start.error;
  const done = one === undefined ? 0 : one.rows - one.ready - one.trying;
  const failed = one === undefined ? 0 : one.invalid + one.failed;
  return (
    <Dialog
      size="large"
      title={one?.fileName === undefined ? t('bringIn.importTitle') : t('bringIn.importOf', { file: one.fileName })}
      onClose={onClose}
      footer={
        <>
          {waiting && (
            <Button isDisabled={start.isPending} isLoading={start.isPending} onClick={() => start.mutate(id)}>
              {t('bringIn.addChosen', { count: one.ready })}
            </Button>
          )}
          <Button variant={waiting ? 'link' : 'primary'} onClick={onClose}>{t('app.close')}</Button>
        </>
      }
    >
      {query.isPending && <Loading />}
      {one && (
        <p role="status" className="ly-import-sum">
          {waiting && t('bringIn.checked', { ready: one.ready, invalid: one.invalid })}
          {!waiting && isUnderWay(one) && t('bringIn.underWay', { done, total: one.rows })}
          {!waiting && !isUnderWay(one) && t('bringIn.ended', { added: one.added, failed })}
        </p>
      )}
      {one && isUnderWay(one) && <progress className="ly-import-bar" value={done} max={one.rows} aria-label={t('bringIn.importTitle')} />}
      {query.data && <ImportRows rows={query.data.rows} />}
      {query.data?.more === true && <p className="ly-muted">{t('bringIn.firstRows', { count: query.data.rows.length })}</p>}
      {one && failed > 0 && !isUnderWay(one) && (
        <p>
          <a href={`/api/v1/device-files/failed/${id}?format=XLSX`} download="">{t('bringIn.failedRows', { format: 'XLSX' })}</a>{' · '}
          <a href={`/api/v1/device-files/failed/${id}?format=CSV`} download="">{t('bringIn.failedRows', { format: 'CSV' })}</a>
        </p>
      )}
      {wrong !== null && <Notice kind="danger" title={problemWords(t, wrong)} />}
    </Dialog>
  );
}
