import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../../i18n/problemWords';
import { Notice } from '../../ui/Notice';
import { useChooseDevices, useWeakPasswords } from './many';
import type { ChosenDevice } from './selection';

const KINDS = ['UNSETTLED', 'KNOWN', 'SHARED', 'SHORT'] as const;

/** Chooses the devices whose stored passwords are weak, and says how many of which kind. */
export function useWeakChoice(onChoose: (devices: readonly ChosenDevice[]) => void): { choose: () => void; forget: () => void; notice: ReactNode } {
  const { t } = useTranslation();
  const weak = useWeakPasswords();
  const all = useChooseDevices();
  const items = weak.data ?? [];
  const kinds = KINDS.flatMap((kind) => {
    const count = items.filter((item) => item.weakness === kind).length;
    return count === 0 ? [] : [t(`many.weakness.${kind}`, { count })];
  });
  return {
    choose: () => weak.mutate(undefined, {
      onSuccess: (found) => {
        const ids = new Set(found.map((item) => item.deviceId));
        all.mutate({}, { onSuccess: (devices) => onChoose(devices.filter((device) => ids.has(device.id))) });
      },
    }),
    forget: weak.reset,
    notice: weak.error ?? all.error
      ? <Notice kind="danger" title={problemWords(t, weak.error ?? all.error)} />
      : weak.data && (
        <Notice
          kind={items.length === 0 ? 'success' : 'warning'}
          title={items.length === 0 ? t('many.weakNone') : t('many.weakFound', { count: items.length, kinds: kinds.join(', ') })}
        />
      ),
  };
}
