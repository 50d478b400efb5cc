import { Button } from '@patternfly/react-core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../api/types';
import { Empty } from '../ui/Empty';
import { Loading } from '../ui/Loading';
import { PageBar } from '../ui/PageBar';
import { ProblemNotice } from '../ui/ProblemNotice';
import { useAddressParams, withParams } from '../ui/useAddressParams';
import { AuditDetail } from './AuditDetail';
import { AuditFilters } from './AuditFilters';
import { auditQuery, exportAddress, filterOf } from './auditQueries';
import { AuditTable } from './AuditTable';
import { Verification } from './Verification';
import '../ui/page.css';
import './audit.css';

/** Who did what. The filter is in the address. */
export function AuditPage() {
  const { t } = useTranslation();
  const [params, change] = useAddressParams();
  const filter = filterOf(params);
  const log = useInfiniteQuery(auditQuery(filter));
  const [shown, setShown] = useState<AuditEntry>();
  const items = log.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <PageBar title={t('audit.title')} actions={<a className="ly-audit-export" href={exportAddress(filter)} download>{t('audit.export')}</a>}>
        <Verification />
      </PageBar>
      <div className="ly-body">
        <AuditFilters filter={filter} onChange={(field, value) => change((old) => withParams(old, { [field]: value }))} />
        {log.error && <ProblemNotice error={log.error} onRetry={() => void log.refetch()} />}
        {log.isPending && <Loading />}
        {items?.length === 0 && <Empty title={t('audit.none')} text={t('audit.noneText')} />}
        {items !== undefined && items.length > 0 && <AuditTable items={items} onOpen={setShown} />}
        {log.hasNextPage && (
          <div className="ly-section-acts">
            <Button variant="secondary" isLoading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>{t('plan.more')}</Button>
          </div>
        )}
      </div>
      {shown && <AuditDetail entry={shown} onClose={() => setShown(undefined)} />}
    </>
  );
}
