import FastForwardIcon from '@patternfly/react-icons/dist/esm/icons/fast-forward-icon';
import FastBackwardIcon from '@patternfly/react-icons/dist/esm/icons/fast-backward-icon';
import PauseIcon from '@patternfly/react-icons/dist/esm/icons/pause-icon';
import PlayIcon from '@patternfly/react-icons/dist/esm/icons/play-icon';
import NextIcon from '@patternfly/react-icons/dist/esm/icons/angle-right-icon';
import PreviousIcon from '@patternfly/react-icons/dist/esm/icons/angle-left-icon';
import ZoomInIcon from '@patternfly/react-icons/dist/esm/icons/search-plus-icon';
import ZoomOutIcon from '@patternfly/react-icons/dist/esm/icons/search-minus-icon';
import StepBackIcon from '@patternfly/react-icons/dist/esm/icons/step-backward-icon';
import StepForwardIcon from '@patternfly/react-icons/dist/esm/icons/step-forward-icon';
import MuteIcon from '@patternfly/react-icons/dist/esm/icons/volume-mute-icon';
import SoundIcon from '@patternfly/react-icons/dist/esm/icons/volume-up-icon';
import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { StreamKind } from '../api/types';
import { clockText, dayText, zoneName, zoneOffsetText } from '../ui/format';
import { IconButton } from '../ui/IconButton';
import type { Range } from './days';
import type { PlaybackStatus } from './playbackStatus';
import { RATES, rateText } from './rates';
import { spanText } from './timelineView';

export interface TransportActs {
  toggle: () => void;
  jump: (seconds: number) => void;
  step: (frames: number) => void;
  rate: (rate: number) => void;
  sound: () => void;
  /** Goes to the next (1) or previous (-1) gap or event. */
  mark: (what: 'gap' | 'event', direction: 1 | -1) => void;
  zoom: (factor: number) => void;
  wholeDay: () => void;
}

interface Props {
  status: PlaybackStatus;
  view: Range;
  /** Whether sound is on; undefined when the channel has none. */
  sound: boolean | undefined;
  acts: TransportActs;
  /** Which recordings are played; undefined when there is no choice. */
  stream: StreamKind | undefined;
  onStream: (stream: StreamKind) => void;
}

export function TransportBar({ status, view, sound, acts, stream, onStream }: Props) {
  const { t } = useTranslation();
  const idle = status.phase === 'idle';
  return (
    <div className="ly-transport">
      <IconButton label={t('playback.back10')} shortcut="←" icon={<FastBackwardIcon />} disabled={idle} onClick={() => acts.jump(-10)} />
      <IconButton label={t('playback.frameBack')} shortcut="," icon={<StepBackIcon />} disabled={idle} onClick={() => acts.step(-1)} />
      <Button
        className="ly-play"
        aria-label={status.playing ? t('playback.pause') : t('playback.play')}
        title={`${status.playing ? t('playback.pause') : t('playback.play')} (Space)`}
        icon={status.playing ? <PauseIcon /> : <PlayIcon />}
        isDisabled={idle}
        onClick={acts.toggle}
      />
      <IconButton label={t('playback.frameForward')} shortcut="." icon={<StepForwardIcon />} disabled={idle} onClick={() => acts.step(1)} />
      <IconButton label={t('playback.forward10')} shortcut="→" icon={<FastForwardIcon />} disabled={idle} onClick={() => acts.jump(10)} />
      <time className="ly-playback-clock" title={zoneName()}>
        {idle ? '--:--:--' : clockText(status.at)}
        <span className="ly-muted">{idle ? '' : `${dayText(status.at)} ${zoneOffsetText(status.at)}`}</span>
      </time>
      <label className="ly-rate">
        <span className="ly-sr">{t('playback.speed')}</span>
        <select className="ly-select ly-mono" title={`${t('playback.speed')} (J K L)`} value={status.rate} onChange={(event) => acts.rate(Number(event.target.value))}>
          {RATES.map((rate) => (
            <option key={rate} value={rate}>{rateText(rate)}</option>
          ))}
        </select>
      </label>
      {stream !== undefined && (
        <select className="ly-select" aria-label={t('playback.stream')} title={t('playback.streamHint')} value={stream} onChange={(event) => onStream(event.target.value as StreamKind)}>
          {(['MAIN', 'SUB'] as const).map((kind) => <option key={kind} value={kind}>{t(`device.stream.${kind}`)}</option>)}
        </select>
      )}
      {sound !== undefined && (
        <IconButton label={sound ? t('playback.mute') : t('playback.sound')} shortcut="S" icon={sound ? <SoundIcon /> : <MuteIcon />} onClick={acts.sound} />
      )}
      <div className="ly-marks">
        <IconButton label={t('playback.previousGap')} shortcut="Shift+N" icon={<PreviousIcon />} disabled={idle} onClick={() => acts.mark('gap', -1)} />
        <span>{t('playback.gap')}</span>
        <IconButton label={t('playback.nextGap')} shortcut="N" icon={<NextIcon />} disabled={idle} onClick={() => acts.mark('gap', 1)} />
        <IconButton label={t('playback.previousEvent')} shortcut="Shift+E" icon={<PreviousIcon />} disabled={idle} onClick={() => acts.mark('event', -1)} />
        <span>{t('playback.event')}</span>
        <IconButton label={t('playback.nextEvent')} shortcut="E" icon={<NextIcon />} disabled={idle} onClick={() => acts.mark('event', 1)} />
      </div>
      <div className="ly-zoom">
        <IconButton label={t('playback.zoomOut')} shortcut="−" icon={<ZoomOutIcon />} onClick={() => acts.zoom(2)} />
        <Button variant="plain" className="ly-span ly-mono" title={t('playback.wholeDay')} onClick={acts.wholeDay}>{spanText(view)}</Button>
        <IconButton label={t('playback.zoomIn')} shortcut="+" icon={<ZoomInIcon />} onClick={() => acts.zoom(0.5)} />
      </div>
    </div>
  );
}
