import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenDevice } from './selection';
import { FormDialog } from '../../ui/FormDialog';
import { useRemoveDevices } from './many';
import { Results } from './Results';

interface Props {
  devices: readonly ChosenDevice[];
  onClose: () => void;
  onDone: () => void;
}

/** Asks before many devices are removed, names them, and tells the same consequences as for one. */
export function RemoveMany({ devices, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [asked] = useState(devices);
  const remove = useRemoveDevices();
  const failed = remove.data?.some((one) => !one.done) === true;
  const close = () => {
    onClose();
    if (remove.data) onDone();
  };
  return (
    <FormDialog
      title={t('many.title.remove', { count: asked.length })}
      size="medium"
      submit={failed ? undefined : t('device.remove')}
      danger
      ready
      pending={remove.isPending}
      error={remove.error}
      onSubmit={() => remove.mutate(asked.map((device) => device.id), {
        onSuccess: (results) => {
          if (!results.every((one) => one.done)) return;
          onClose();
          onDone();
        },
      })}
      onClose={close}
    >
      <p>{t('many.removeText')}</p>
      <ul className="ly-plain-list ly-results" tabIndex={0} aria-label={t('many.title.remove', { count: asked.length })}>
        {asked.map((device) => <li key={device.id}>{device.name}</li>)}
      </ul>
      {remove.data && failed && <Results results={remove.data} devices={asked} />}
    </FormDialog>
  );
}
