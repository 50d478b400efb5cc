import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import type { SystemStatus } from '../api/types';
import { Mark, type Tone } from '../ui/Mark';

type Helper = SystemStatus['helpers'][number];
const TONE: Record<Helper['state'], Tone> = { ABSENT: 'off', READY: 'ok', FAILED: 'critical' };

/** Optional programs beside the center. Absent is a fine state: the center works without them. */
export function HelperTable({ helpers }: { helpers: Helper[] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('system.helpers')}</h2>
      <Table aria-label={t('system.helpers')} variant="compact">
        <Thead>
          <Tr>
            <Th>{t('system.service')}</Th>
            <Th>{t('system.state')}</Th>
            <Th>{t('system.detail')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {helpers.map((helper) => (
            <Tr key={helper.name}>
              <Td dataLabel={t('system.service')}>{helper.name} <span className="ly-muted">({t('system.helperUse')})</span></Td>
              <Td dataLabel={t('system.state')}><Mark tone={TONE[helper.state]} word={t(`system.helperWords.${helper.state}`)} /></Td>
              <Td dataLabel={t('system.detail')}><span className="ly-muted">{helper.detail}</span></Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </section>
  );
}
