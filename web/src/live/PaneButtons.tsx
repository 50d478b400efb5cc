import MoveIcon from '@patternfly/react-icons/dist/esm/icons/arrows-alt-icon';
import CameraIcon from '@patternfly/react-icons/dist/esm/icons/camera-icon';
import CompressIcon from '@patternfly/react-icons/dist/esm/icons/compress-icon';
import SaveIcon from '@patternfly/react-icons/dist/esm/icons/download-icon';
import RecordIcon from '@patternfly/react-icons/dist/esm/icons/dot-circle-icon';
import ExpandIcon from '@patternfly/react-icons/dist/esm/icons/expand-icon';
import HistoryIcon from '@patternfly/react-icons/dist/esm/icons/history-icon';
import MicrophoneIcon from '@patternfly/react-icons/dist/esm/icons/microphone-icon';
import PlugIcon from '@patternfly/react-icons/dist/esm/icons/plug-icon';
import StopIcon from '@patternfly/react-icons/dist/esm/icons/stop-icon';
import CloseIcon from '@patternfly/react-icons/dist/esm/icons/times-icon';
import ReplayIcon from '@patternfly/react-icons/dist/esm/icons/undo-icon';
import MuteIcon from '@patternfly/react-icons/dist/esm/icons/volume-mute-icon';
import SoundIcon from '@patternfly/react-icons/dist/esm/icons/volume-up-icon';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../api/types';
import { IconButton } from '../ui/IconButton';
import type { PictureProps } from './PanePicture';
import type { Live } from './useLivePlayer';
import { MANUAL_MINUTES } from './useManualRecording';

const AUDIBLE = new Set(['AAC', 'PCMA', 'PCMU']);

export function hasSound(channel: Channel | undefined): boolean {
  return channel?.streams.some((s) => s.audioCodec !== undefined && AUDIBLE.has(s.audioCodec)) ?? false;
}

/** What is open beside the picture of a pane. */
export type Panel = 'move' | 'outputs' | 'talk' | undefined;

export function mayMove(channel: Channel | undefined): boolean {
  return channel !== undefined && (channel.ptz || channel.controls) && channel.functions.includes('ptz.operate');
}

type Props = Pick<PictureProps, 'index' | 'channelId' | 'channel' | 'maximised' | 'sounding' | 'acts'> & {
  live: Live;
  onReplay: (seconds: number) => void;
  /** What is open beside the picture. */
  panel: Panel;
  onPanel: (panel: Panel) => void;
};

/** The acts of a pane, shown while the pointer or the focus is in it. */
export function PaneButtons({ index, channelId, channel, maximised, sounding, acts, live, onReplay, panel, onPanel }: Props) {
  const { t } = useTranslation();
  const recording = live.recordingSince !== undefined;
  return (
    <div className="ly-pane-acts" onDoubleClick={(event) => event.stopPropagation()}>
      {hasSound(channel) && (
        <IconButton
          label={sounding ? t('live.mute') : t('live.sound')}
          shortcut="S"
          icon={sounding ? <SoundIcon /> : <MuteIcon />}
          onClick={() => acts.sound(index)}
        />
      )}
      {mayMove(channel) && (
        <IconButton
          label={channel?.ptz === true ? t('ptz.open') : t('control.lens')}
          icon={<MoveIcon />}
          pressed={panel === 'move'}
          onClick={() => onPanel(panel === 'move' ? undefined : 'move')}
        />
      )}
      {channel?.controls === true && channel.functions.includes('live.output') && (
        <IconButton
          label={t('control.outputs')}
          icon={<PlugIcon />}
          pressed={panel === 'outputs'}
          onClick={() => onPanel(panel === 'outputs' ? undefined : 'outputs')}
        />
      )}
      {channel?.functions.includes('live.talk') === true && (
        <IconButton
          label={t('talk.title')}
          icon={<MicrophoneIcon />}
          pressed={panel === 'talk'}
          onClick={() => onPanel(panel === 'talk' ? undefined : 'talk')}
        />
      )}
      {channel && <IconButton label={t('live.snapshot')} shortcut="C" icon={<CameraIcon />} onClick={() => acts.snapshot(channel)} />}
      {channel && (
        <IconButton
          label={channel.recording.manualUntil === undefined ? t('live.recordServer', { minutes: MANUAL_MINUTES }) : t('live.endServer')}
          shortcut="Shift+R"
          icon={<RecordIcon />}
          pressed={channel.recording.manualUntil !== undefined}
          onClick={() => acts.record(channel)}
        />
      )}
      <IconButton
        label={recording ? t('live.endFile') : t('live.startFile')}
        shortcut="R"
        icon={recording ? <StopIcon /> : <SaveIcon />}
        pressed={recording}
        disabled={!recording && live.status.kind !== 'playing'}
        onClick={live.toggleRecording}
      />
      <IconButton label={t('live.replay')} shortcut="I" icon={<ReplayIcon />} onClick={() => onReplay(30)} />
      <IconButton label={t('live.playback')} shortcut="P" icon={<HistoryIcon />} onClick={() => acts.playback(channelId)} />
      <IconButton
        label={maximised ? t('live.restore') : t('live.maximise')}
        shortcut="M"
        icon={maximised ? <CompressIcon /> : <ExpandIcon />}
        onClick={() => acts.maximise(index)}
      />
      <IconButton label={t('live.remove')} shortcut="Del" icon={<CloseIcon />} onClick={() => acts.remove(index)} />
    </div>
  );
}
