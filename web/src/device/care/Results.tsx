import { useTranslation } from 'react-i18next';
import type { DeviceResult } from '../../api/types';
import type { ChosenDevice } from './selection';
import { Notice } from '../../ui/Notice';

/** What did not work, device by device, below how many did. */
export function Results({ results, devices }: { results: readonly DeviceResult[]; devices: readonly ChosenDevice[] }) {
  const { t } = useTranslation();
  const failed = results.filter((one) => !one.done);
  const nameOf = (id: string) => devices.find((device) => device.id === id)?.name ?? id;
  return (
    <>
      <Notice kind="warning" title={t('many.partly', { done: results.length - failed.length, failed: failed.length })} />
      <ul className="ly-plain-list ly-results">
        {failed.map((one) => <li key={one.deviceId}><strong>{nameOf(one.deviceId)}</strong> {one.problem}</li>)}
      </ul>
    </>
  );
}
