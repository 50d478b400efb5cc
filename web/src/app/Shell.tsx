import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useNavigate } from 'react-router';
import { tellOfAlarm } from '../alarm/alarmNews';
import { EventCache } from '../api/eventCache';
import { sessionQuery } from '../api/queries';
import { SharedStream } from '../api/sharedStream';
import { signOn } from '../api/signOn';
import type { Alarm, DeviceEvent } from '../api/types';
import { Loading } from '../ui/Loading';
import { listenForShortcuts, useShortcuts } from '../ui/shortcuts';
import { Header } from './Header';
import { Rail } from './Rail';
import { SessionGate } from './SessionGate';
import { SignedOutBar } from './SignedOutBar';

const AlarmAnnouncer = lazy(async () => ({ default: (await import('../alarm/AlarmAnnouncer')).AlarmAnnouncer }));
const HelpOverlay = lazy(async () => ({ default: (await import('./HelpOverlay')).HelpOverlay }));

/** The frame of every page: header, navigation, the event stream and the keyboard. */
export function Shell() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [help, setHelp] = useState(false);
  const stream = useEventStream();
  const hearsAlarms = useQuery(sessionQuery).data?.functions.includes('alarm.read') ?? false;

  useEffect(listenForShortcuts, []);
  useShortcuts('everywhere', [
    { keys: ['?'], label: t('help.open'), run: () => setHelp(true) },
    { keys: ['g l'], label: t('help.goLive'), run: () => void navigate('/live') },
    { keys: ['g p'], label: t('help.goPlayback'), run: () => void navigate('/playback') },
    { keys: ['g a'], label: t('help.goAlarms'), run: () => void navigate('/alarms') },
    { keys: ['g m'], label: t('help.goMap'), run: () => void navigate('/map') },
    { keys: ['g d'], label: t('help.goDevices'), run: () => void navigate('/devices') },
    { keys: ['g r'], label: t('help.goRecording'), run: () => void navigate('/recording') },
    { keys: ['g x'], label: t('help.goDownloads'), run: () => void navigate('/downloads') },
    { keys: ['g v'], label: t('help.goStorage'), run: () => void navigate('/storage') },
    { keys: ['g w'], label: t('help.goSchedules'), run: () => void navigate('/schedules') },
    { keys: ['g s'], label: t('help.goSystem'), run: () => void navigate('/system') },
  ]);

  return (
    <div className="ly-shell">
      <a className="ly-skip" href="#page">{t('app.skip')}</a>
      <Header stream={stream} onHelp={() => setHelp(true)} />
      <Rail />
      <main id="page" className="ly-page" tabIndex={-1}>
        <SignedOutBar />
        <SessionGate>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </SessionGate>
      </main>
      <Suspense>{help && <HelpOverlay onClose={() => setHelp(false)} />}</Suspense>
      <Suspense>{hearsAlarms && <AlarmAnnouncer />}</Suspense>
    </div>
  );
}

/** The stream runs while there is a session and starts again at once after a new sign-in. */
function useEventStream(): SharedStream {
  const client = useQueryClient();
  const state = useSyncExternalStore(signOn.subscribe, () => signOn.state);
  const stream = useMemo(() => {
    const cache = new EventCache(client);
    return new SharedStream({
      event: (event) => {
        if (event.event === 'device-events') cache.deviceEvents(JSON.parse(event.data) as DeviceEvent[]);
        if (event.event === 'alarms') {
          (JSON.parse(event.data) as Alarm[]).forEach(tellOfAlarm);
          void client.invalidateQueries({ queryKey: ['alarm-count'] });
        }
      },
      resync: () => cache.resync(),
    });
  }, [client]);

  useEffect(() => {
    if (state !== 'signed-in') return undefined;
    stream.start();
    void client.invalidateQueries();
    const online = () => stream.retryNow();
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('online', online);
      stream.stop();
    };
  }, [state, stream, client]);
  return stream;
}
