import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenDevice } from './selection';
import { ChangeMany } from './ChangeMany';
import { CredentialsMany } from './CredentialsMany';
import { EncodersMany } from './EncodersMany';
import { FirmwareMany } from './FirmwareMany';
import { MoveToNode } from './MoveToNode';
import { NamesMany } from './NamesMany';
import { PasswordsMany } from './PasswordsMany';
import { RemoveMany } from './RemoveMany';

const ACTS = ['move', 'node', 'rename', 'credentials', 'passwords', 'names', 'encoders', 'firmware', 'remove'] as const;
type Act = (typeof ACTS)[number];

interface Props {
  devices: readonly ChosenDevice[];
  /** How many match beyond those that are shown; chooses them all. */
  all?: { count: number; pending: boolean; onChoose: () => void } | undefined;
  onClear: () => void;
  /** A job was ordered. */
  onBatch: (id: string) => void;
}

/** What can be done to all chosen devices; it says how many they are. */
export function SelectionBar({ devices, all, onClear, onBatch }: Props) {
  const { t } = useTranslation();
  const [act, setAct] = useState<Act>();
  const close = () => setAct(undefined);
  const ordered = (id: string) => {
    close();
    onBatch(id);
  };
  return (
    <div className="ly-selection" role="group" aria-label={t('many.chosen', { count: devices.length })}>
      <strong role="status">{t('many.chosen', { count: devices.length })}</strong>
      {all && <Button size="sm" variant="link" isDisabled={all.pending} onClick={all.onChoose}>{t('deviceList.chooseAll', { count: all.count })}</Button>}
      {ACTS.map((one) => (
        <Button key={one} size="sm" variant="secondary" isDanger={one === 'remove'} onClick={() => setAct(one)}>{one === 'node' ? t('cluster.act') : t(`many.acts.${one}`)}</Button>
      ))}
      <Button size="sm" variant="link" onClick={onClear}>{t('many.clear')}</Button>
      {(act === 'move' || act === 'rename') && <ChangeMany kind={act} devices={devices} onClose={close} />}
      {act === 'node' && <MoveToNode devices={devices} onClose={close} />}
      {act === 'credentials' && <CredentialsMany devices={devices} onOrdered={ordered} onClose={close} />}
      {act === 'passwords' && <PasswordsMany devices={devices} onOrdered={ordered} onClose={close} />}
      {act === 'names' && <NamesMany devices={devices} onOrdered={ordered} onClose={close} />}
      {act === 'encoders' && <EncodersMany devices={devices} onOrdered={ordered} onClose={close} />}
      {act === 'firmware' && <FirmwareMany devices={devices} onOrdered={ordered} onClose={close} />}
      {act === 'remove' && <RemoveMany devices={devices} onClose={close} onDone={onClear} />}
    </div>
  );
}
