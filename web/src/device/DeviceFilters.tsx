import { useTranslation } from 'react-i18next';
import type { DeviceListQuery, DeviceTotals } from '../api/types';
import { reasonWords } from '../i18n/problemWords';
import { Shape } from '../ui/Mark';
import { CONNECTION_TONE } from '../ui/states';
import { PROTOCOLS, STATES } from './deviceList';

interface Props {
  list: DeviceListQuery;
  totals: DeviceTotals | undefined;
  /** Sets what the address says. */
  onSet: (key: string, value: string) => void;
}

/** Narrows the list to a state, to a reason why devices are offline, or to a protocol; says how many there are of each. */
export function DeviceFilters({ list, totals, onSet }: Props) {
  const { t } = useTranslation();
  const counts = { ONLINE: totals?.online, OFFLINE: totals?.offline, CONNECTING: totals?.connecting };
  const reasons = totals?.reasons ?? [];
  const gone = list.reason !== undefined && !reasons.some((one) => one.reason.code === list.reason);
  return (
    <div className="ly-device-filters">
      <div role="group" aria-label={t('device.state')} className="ly-device-states">
        {STATES.map((state) => (
          <button key={state} type="button" aria-pressed={list.state === state} onClick={() => onSet('state', list.state === state ? '' : state.toLowerCase())}>
            <Shape tone={CONNECTION_TONE[state]} />
            {t(`state.${state}`)} <span className="ly-mono">{counts[state] ?? '–'}</span>
          </button>
        ))}
      </div>
      <select className="ly-select" aria-label={t('deviceList.reason')} value={list.reason ?? ''} onChange={(event) => onSet('reason', event.target.value)}>
        <option value="">{t('deviceList.anyReason')}</option>
        {gone && <option value={list.reason}>{list.reason}</option>}
        {reasons.map(({ reason, count }) => <option key={reason.code} value={reason.code}>{`${reasonWords(t, reason)} (${count})`}</option>)}
      </select>
      <select className="ly-select" aria-label={t('devicePage.protocol')} value={list.protocol ?? ''} onChange={(event) => onSet('protocol', event.target.value.toLowerCase())}>
        <option value="">{t('deviceList.anyProtocol')}</option>
        {PROTOCOLS.map((protocol) => <option key={protocol} value={protocol}>{t(`deviceList.protocol.${protocol}`)}</option>)}
      </select>
    </div>
  );
}
