import { useEffect, useRef, useState } from 'react';
import { serverNow } from '../api/serverClock';
import type { Alarm } from '../api/types';
import { hearAlarms } from './alarmNews';

const NEWS_MS = 60_000;

/** The newest alarm that opens live pictures, until it is closed or somebody has it; each opens once. */
export function usePopup(): [Alarm | undefined, () => void] {
  const [shown, setShown] = useState<Alarm>();
  const opened = useRef(new Set<string>());
  useEffect(
    () =>
      hearAlarms((alarm) => {
        const open = alarm.handling === 'PENDING' && !alarm.gone && alarm.held === 'NONE' && alarm.popup.length > 0;
        if (!open) {
          setShown((old) => (old?.id === alarm.id ? undefined : old));
        } else if (!opened.current.has(alarm.id) && Date.parse(alarm.raisedAt) > serverNow() - NEWS_MS) {
          opened.current.add(alarm.id);
          setShown(alarm);
        }
      }),
    [],
  );
  return [shown, () => setShown(undefined)];
}
