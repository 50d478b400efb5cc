import CameraIcon from '@patternfly/react-icons/dist/esm/icons/camera-icon';
import CompressIcon from '@patternfly/react-icons/dist/esm/icons/compress-icon';
import ExpandIcon from '@patternfly/react-icons/dist/esm/icons/expand-icon';
import HistoryIcon from '@patternfly/react-icons/dist/esm/icons/history-icon';
import CloseIcon from '@patternfly/react-icons/dist/esm/icons/times-icon';
import MuteIcon from '@patternfly/react-icons/dist/esm/icons/volume-mute-icon';
import SoundIcon from '@patternfly/react-icons/dist/esm/icons/volume-up-icon';
import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../api/types';
import { IconButton } from '../ui/IconButton';
import { Shape } from '../ui/Mark';
import { useNow } from '../ui/useNow';
import type { PaneActs } from './LivePane';
import type { LiveStatus } from './LivePlayer';
import { statusWords } from './statusWords';
import { useLivePlayer } from './useLivePlayer';

interface Props {
  index: number;
  channelId: string;
  channel: Channel | undefined;
  maximised: boolean;
  sounding: boolean;
  acts: PaneActs;
}

/** The picture of a camera with its caption and its acts, or the reason why there is none. */
export function PanePicture({ index, channelId, channel, maximised, sounding, acts }: Props) {
  const { t } = useTranslation();
  const { video, status, dropped, retry } = useLivePlayer(channelId);
  const recording = channel?.recording.state;
  const hasSound = channel?.streams.some((s) => s.kind === 'MAIN' && s.audioCodec === 'AAC') ?? false;
  return (
    <>
      <video ref={video} muted={!sounding} playsInline disablePictureInPicture data-status={status.kind} />
      {status.kind !== 'playing' && <Why status={status} onRetry={retry} />}
      <div className="ly-pane-caption">
        <span className="ly-pane-name">{channel?.name}</span>
        {dropped > 0 && <span className="ly-pane-note" title={t('live.dropped', { frames: dropped })}>▾ {dropped}</span>}
        {(recording === 'RECORDING' || recording === 'INTERRUPTED') && (
          <span className={`ly-rec ly-rec-${recording.toLowerCase()}`} title={t(`recording.${recording}`)}>
            <Shape tone={recording === 'RECORDING' ? 'ok' : 'major'} />
            {t('recording.rec')}
          </span>
        )}
      </div>
      <div className="ly-pane-acts" onDoubleClick={(event) => event.stopPropagation()}>
        {hasSound && (
          <IconButton
            label={sounding ? t('live.mute') : t('live.sound')}
            shortcut="S"
            icon={sounding ? <SoundIcon /> : <MuteIcon />}
            onClick={() => acts.sound(index)}
          />
        )}
        {channel && <IconButton label={t('live.snapshot')} shortcut="C" icon={<CameraIcon />} onClick={() => acts.snapshot(channel)} />}
        <IconButton label={t('live.playback')} shortcut="P" icon={<HistoryIcon />} onClick={() => acts.playback(channelId)} />
        <IconButton
          label={maximised ? t('live.restore') : t('live.maximise')}
          shortcut="M"
          icon={maximised ? <CompressIcon /> : <ExpandIcon />}
          onClick={() => acts.maximise(index)}
        />
        <IconButton label={t('live.remove')} shortcut="Del" icon={<CloseIcon />} onClick={() => acts.remove(index)} />
      </div>
    </>
  );
}

const CAN_RETRY = new Set<LiveStatus['kind']>(['reconnecting', 'unsupported', 'refused', 'decoder']);

function Why({ status, onRetry }: { status: LiveStatus; onRetry: () => void }) {
  const { t } = useTranslation();
  useNow(status.kind === 'reconnecting' ? 1000 : 3_600_000);
  const bad = status.kind === 'offline' || status.kind === 'refused' || status.kind === 'unsupported';
  return (
    <div className="ly-pane-why">
      <p>
        {bad && <Shape tone="critical" />} {statusWords(t, status, Date.now())}
      </p>
      {CAN_RETRY.has(status.kind) && (
        <Button variant="secondary" onClick={onRetry}>{t('live.tryAgain')}</Button>
      )}
    </div>
  );
}
