import { Switch } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../api/types';
import { problemWords, reasonWords } from '../i18n/problemWords';
import { Mark, Shape } from '../ui/Mark';
import { RECORDING_TONE } from '../ui/states';
import { useSetRecording } from './mutations';

interface Props {
  channel: Channel;
  /** The only channel of its device: its name need not be shown. */
  single: boolean;
  mayChange: boolean;
}

/** Continuous recording of one channel: what is wanted (switch) beside what is (mark). */
export function RecordingSwitch({ channel, single, mayChange }: Props) {
  const { t } = useTranslation();
  const set = useSetRecording();
  const { enabled, state, reason } = channel.recording;
  const wanted = set.isPending ? set.variables.enabled : enabled;
  const why = reasonWords(t, reason);
  return (
    <span className="ly-recording" title={why}>
      {mayChange && (
        <Switch
          aria-label={t('device.recordingOf', { name: channel.name })}
          isChecked={wanted}
          isDisabled={set.isPending}
          onChange={(_, next) => set.mutate({ channelId: channel.id, enabled: next })}
        />
      )}
      {!single && <span>{channel.name}</span>}
      <Mark tone={RECORDING_TONE[state]} word={t(`recording.${state}`)} />
      {why !== '' && <span className="ly-device-reason">{why}</span>}
      {set.error && (
        <span className="ly-mark ly-tone-critical" role="alert">
          <Shape tone="critical" />
          {problemWords(t, set.error)}
        </span>
      )}
    </span>
  );
}
