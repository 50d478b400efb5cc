import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BatchItem } from '../../api/types';
import { problemWords, reasonWords } from '../../i18n/problemWords';
import { Dialog } from '../../ui/Dialog';
import { Loading } from '../../ui/Loading';
import { Mark, type Tone } from '../../ui/Mark';
import { Notice } from '../../ui/Notice';
import '../../ui/page.css';
import { TableRoom } from '../../ui/TableRoom';
import { batchQuery, isEnded } from './many';

const TONE: Record<BatchItem['state'], Tone> = { WAITING: 'off', RUNNING: 'busy', DONE: 'ok', FAILED: 'critical' };

/** An act on many devices while it runs, and what became of each. Closing it stops nothing; its address leads back. */
export function BatchDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const query = useQuery(batchQuery(id));
  const one = query.data?.one;
  return (
    <Dialog
      size="large"
      title={one === undefined ? t('many.order') : t(`many.batch.${one.act}`, { count: one.total })}
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('app.close')}</Button>}
    >
      {query.isPending && <Loading />}
      {one && (
        <p role="status" className="ly-import-sum">
          {isEnded(one) ? t('many.ended', { done: one.done, failed: one.failed }) : t('many.underWay', { done: one.done + one.failed, total: one.total })}
        </p>
      )}
      {one && !isEnded(one) && <progress className="ly-import-bar" value={one.done + one.failed} max={one.total} aria-label={t('many.order')} />}
      {query.data && <BatchItems items={query.data.items} />}
      {query.data?.more === true && <p className="ly-muted">{t('many.firstItems', { count: query.data.items.length })}</p>}
      {query.error && <Notice kind="danger" title={problemWords(t, query.error)} />}
    </Dialog>
  );
}

function BatchItems({ items }: { items: readonly BatchItem[] }) {
  const { t } = useTranslation();
  return (
    <div className="ly-find-room">
      <TableRoom label={t('device.title')}>
        <thead>
          <tr>
            <th scope="col">{t('device.name')}</th>
            <th scope="col">{t('device.state')}</th>
            <th scope="col">{t('device.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.number}>
              <td><Link to={`/devices/${item.deviceId}`}>{item.name}</Link></td>
              <td><Mark tone={TONE[item.state]} word={t(`many.state.${item.state}`)} /></td>
              <td title={item.reason?.text}>{reasonWords(t, item.reason)}</td>
            </tr>
          ))}
        </tbody>
      </TableRoom>
    </div>
  );
}
