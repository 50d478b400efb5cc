import { Button } from '@patternfly/react-core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkState } from '../api/eventStream';
import type { SharedStream } from '../api/sharedStream';
import { clockText } from '../ui/format';
import { Mark, type Tone } from '../ui/Mark';
import { useNow } from '../ui/useNow';

const TONE: Record<LinkState['phase'], Tone> = { connected: 'ok', connecting: 'busy', waiting: 'critical' };

/** The connection to the center: while it is away, how old the data is and when the next attempt is due. */
export function LinkMark({ stream }: { stream: SharedStream }) {
  const { t } = useTranslation();
  const { phase, heardAt, retryAt } = useSyncExternalStore(stream.subscribe, () => stream.state);
  useNow();
  const age = heardAt !== undefined && phase !== 'connected' ? t('link.asOf', { time: clockText(heardAt) }) : undefined;
  const seconds = retryAt === undefined ? 0 : Math.max(0, Math.ceil((retryAt - Date.now()) / 1000));
  return (
    <span className="ly-link" title={t('link.detail')}>
      <span role="status">
        <Mark tone={TONE[phase]} word={t(`link.${phase}`)} />
      </span>
      {age !== undefined && <span className="ly-muted ly-wide-only">{age}</span>}
      {phase === 'waiting' && (
        <Button variant="link" isInline className="ly-wide-only" title={t('link.retryIn', { seconds })} onClick={() => stream.retryNow()}>
          {t('link.retryNow')}
        </Button>
      )}
    </span>
  );
}
