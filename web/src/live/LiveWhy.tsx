import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Shape } from '../ui/Mark';
import { useNow } from '../ui/useNow';
import type { LiveStatus } from './LivePlayer';
import { statusWords } from './statusWords';

const CAN_RETRY = new Set<LiveStatus['kind']>(['reconnecting', 'unsupported', 'refused', 'decoder']);

/** Why a pane has no picture. */
export function LiveWhy({ status, onRetry }: { status: LiveStatus; onRetry: () => void }) {
  const { t } = useTranslation();
  useNow(status.kind === 'reconnecting' ? 1000 : 3_600_000);
  const bad = status.kind === 'offline' || status.kind === 'refused' || status.kind === 'unsupported';
  return (
    <div className="ly-pane-why">
      <p>
        {bad && <Shape tone="critical" />} {statusWords(t, status, Date.now())}
      </p>
      {CAN_RETRY.has(status.kind) && (
        <Button variant="secondary" onClick={onRetry}>{t('live.tryAgain')}</Button>
      )}
    </div>
  );
}
