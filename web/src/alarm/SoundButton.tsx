import BellIcon from '@patternfly/react-icons/dist/esm/icons/bell-icon';
import MutedIcon from '@patternfly/react-icons/dist/esm/icons/bell-slash-icon';
import { Button } from '@patternfly/react-core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../ui/useNow';
import { alarmSound, MUTE_MINUTES } from './alarmSound';

/** Mutes the sounds of alarms for a while, shows how long yet, and ends that. */
export function SoundButton() {
  const { t } = useTranslation();
  const until = useSyncExternalStore(alarmSound.subscribe, alarmSound.mutedUntil);
  useNow(1000);
  const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  const label = left > 0 ? t('alarm.sound.muted', { time }) : t('alarm.sound.on', { minutes: MUTE_MINUTES });
  return (
    <Button
      variant="plain"
      className="ly-alarm-sound"
      icon={left > 0 ? <MutedIcon /> : <BellIcon />}
      aria-label={label}
      title={label}
      onClick={() => alarmSound.mute(left > 0 ? 0 : Date.now() + MUTE_MINUTES * 60_000)}
    >
      {left > 0 ? time : ''}
    </Button>
  );
}
