import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deviceEventsQuery } from '../api/queries';
import type { DeviceEvent } from '../api/types';
import { reasonWords } from '../i18n/problemWords';
import { timeText } from '../ui/format';
import { Loading } from '../ui/Loading';
import { Mark, type Tone } from '../ui/Mark';
import { ProblemNotice } from '../ui/ProblemNotice';

const TONE: Record<DeviceEvent['type'], Tone> = {
  DEVICE_ONLINE: 'ok',
  DEVICE_OFFLINE: 'critical',
  RECORDING_STARTED: 'ok',
  RECORDING_INTERRUPTED: 'major',
  VOLUME_GROUP_UNAVAILABLE: 'major',
  VOLUME_READY: 'ok',
  VOLUME_FULL: 'major',
  VOLUME_STALLED: 'major',
  VOLUME_MISSING: 'critical',
  VOLUME_READ_ONLY: 'critical',
  VOLUME_FAILED: 'critical',
  RETENTION_SHORT: 'major',
  VOLUME_LOCKED: 'major',
};

/** What happened to a device, newest first; new events appear while it is shown. */
export function DeviceEvents({ deviceId }: { deviceId: string }) {
  const { t } = useTranslation();
  const events = useQuery(deviceEventsQuery(deviceId));
  return (
    <>
      {events.isPending && <Loading />}
      {events.error && <ProblemNotice error={events.error} onRetry={() => void events.refetch()} />}
      {events.data?.length === 0 && <p className="ly-muted">{t('device.logEmpty')}</p>}
      {events.data && events.data.length > 0 && (
        <table className="ly-log">
          <thead>
            <tr>
              <th scope="col">{t('device.time')}</th>
              <th scope="col">{t('device.event')}</th>
              <th scope="col">{t('device.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {events.data.map((event) => (
              <tr key={event.id}>
                <td><time dateTime={event.occurredAt}>{timeText(event.occurredAt)}</time></td>
                <td><Mark tone={TONE[event.type]} word={t(`event.${event.type}`)} /></td>
                <td title={event.reason?.text}>{reasonWords(t, event.reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
