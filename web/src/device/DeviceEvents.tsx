import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { deviceEventsQuery } from '../api/queries';
import type { DeviceEvent } from '../api/types';
import { attributeWords, toneOf, useEventCatalogue, useTypeWords } from '../event/eventTypes';
import { reasonWords } from '../i18n/problemWords';
import { timeText } from '../ui/format';
import { Loading } from '../ui/Loading';
import { Mark } from '../ui/Mark';
import { ProblemNotice } from '../ui/ProblemNotice';

const BEFORE_MS = 5_000;

/** The recording of a camera from a little before the event. */
function playbackOf(channelId: string, at: string): string {
  return `/playback?channel=${channelId}&t=${new Date(Date.parse(at) - BEFORE_MS).toISOString()}`;
}

/** What happened to a device, newest first; new events appear while it is shown. */
export function DeviceEvents({ deviceId }: { deviceId: string }) {
  const { t } = useTranslation();
  const events = useQuery(deviceEventsQuery(deviceId));
  const catalogue = useEventCatalogue();
  const typeWords = useTypeWords();
  const words = (event: DeviceEvent) => (event.active === false ? t('device.eventEnded', { event: typeWords(event.type) }) : typeWords(event.type));
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
                <td><Mark tone={toneOf(catalogue, event.type, event.active)} word={words(event)} /></td>
                <td title={event.reason?.text}>
                  {[event.source, reasonWords(t, event.reason), attributeWords(event.attributes)].filter(Boolean).join(': ')}
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
