import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
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
  CHANNEL_ONLINE: 'ok',
  CHANNEL_OFFLINE: 'major',
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
  EVENTS_ONLINE: 'ok',
  EVENTS_OFFLINE: 'major',
  EVENTS_DROPPED: 'major',
  CLOCK_WRONG: 'major',
  MOTION: 'busy',
  TAMPER: 'major',
  VIDEO_LOSS: 'critical',
  LINE_CROSSED: 'busy',
  INTRUSION: 'major',
  LOITERING: 'busy',
  OBJECT_LEFT: 'busy',
  OBJECT_REMOVED: 'busy',
  SOUND: 'busy',
  INPUT: 'busy',
  RELAY: 'busy',
  STORAGE_FAILURE: 'critical',
  HARDWARE_FAILURE: 'critical',
  LOGIN_FAILED: 'major',
};

const BEFORE_MS = 5_000;

/** The recording of a camera from a little before the event. */
function playbackOf(channelId: string, at: string): string {
  return `/playback?channel=${channelId}&t=${new Date(Date.parse(at) - BEFORE_MS).toISOString()}`;
}

function eventWords(t: TFunction, event: DeviceEvent): string {
  const name = t(`event.${event.type}`);
  return event.active === false ? t('device.eventEnded', { event: name }) : name;
}

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
                <td><Mark tone={event.active === false ? 'ok' : TONE[event.type]} word={eventWords(t, event)} /></td>
                <td title={event.reason?.text}>
                  {[event.source, reasonWords(t, event.reason)].filter(Boolean).join(': ')}
                  {event.cameras?.map((camera) => (
                    <Link key={camera.channelId} className="ly-event-camera" to={playbackOf(camera.channelId, event.occurredAt)}>{camera.name}</Link>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
