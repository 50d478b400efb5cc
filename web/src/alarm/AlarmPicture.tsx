import { useTranslation } from 'react-i18next';
import { LiveWhy } from '../live/LiveWhy';
import { useLivePlayer } from '../live/useLivePlayer';
import { PlaybackPicture } from '../recording/PlaybackPicture';
import { usePlaybackEngine } from '../recording/usePlaybackEngine';

/** What the camera recorded from a little before the alarm. */
export function PictureBefore({ channelId, from }: { channelId: string; from: number }) {
  const { t } = useTranslation();
  const { video, status, engine } = usePlaybackEngine(channelId, 'MAIN', from);
  return (
    <PlaybackPicture
      video={video}
      name={t('alarm.before')}
      stream="MAIN"
      status={status}
      muted
      transform="none"
      onToggle={undefined}
      onRetry={() => engine?.seek(from, true)}
    />
  );
}

/** What the camera shows now. */
export function PictureNow({ channelId, name }: { channelId: string; name: string }) {
  const { t } = useTranslation();
  const live = useLivePlayer(channelId, name, 'MAIN', true, false);
  return (
    <div className="ly-playback-picture">
      <video ref={live.video} muted playsInline disablePictureInPicture data-status={live.status.kind} />
      {live.status.kind !== 'playing' && <LiveWhy status={live.status} onRetry={live.retry} />}
      <div className="ly-pane-caption"><span className="ly-pane-name">{t('alarm.live')}</span></div>
    </div>
  );
}
