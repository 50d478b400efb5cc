import { Td, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import type { SystemStatus } from '../api/types';
import { Mark, type Tone } from '../ui/Mark';
import { StatusTable } from './StatusTable';

type Helper = SystemStatus['helpers'][number];
const TONE: Record<Helper['state'], Tone> = { ABSENT: 'off', READY: 'ok', FAILED: 'critical' };

/** Optional programs beside the center. Absent is a fine state: the center works without them. */
export function HelperTable({ helpers }: { helpers: Helper[] }) {
  const { t } = useTranslation();
  return (
    <StatusTable title={t('system.helpers')} columns={[t('system.service'), t('system.state'), t('system.detail')]}>
      {helpers.map((helper) => (
        <Tr key={helper.name}>
          <Td dataLabel={t('system.service')}>{helper.name} <span className="ly-muted">({t('system.helperUse')})</span></Td>
          <Td dataLabel={t('system.state')}><Mark tone={TONE[helper.state]} word={t(`system.helperWords.${helper.state}`)} /></Td>
          <Td dataLabel={t('system.detail')}><span className="ly-muted">{helper.detail}</span></Td>
        </Tr>
      ))}
    </StatusTable>
  );
}
