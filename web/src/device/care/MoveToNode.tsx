import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NodeField } from '../../cluster/NodeField';
import { FormDialog } from '../../ui/FormDialog';
import { useChangeDevices } from './many';
import { Results } from './Results';
import type { ChosenDevice } from './selection';

/** Gives devices a home node, or takes it away. What did not work stays in sight. */
export function MoveToNode({ devices, onClose }: { devices: readonly ChosenDevice[]; onClose: () => void }) {
  const { t } = useTranslation();
  const [homeNode, setHomeNode] = useState('');
  const change = useChangeDevices();
  const failed = change.data?.some((one) => !one.done) === true;
  return (
    <FormDialog
      title={t('cluster.title', { count: devices.length })}
      size="medium"
      submit={failed ? undefined : t('cluster.submit')}
      ready
      pending={change.isPending}
      error={change.error}
      onSubmit={() =>
        change.mutate(
          { ids: devices.map((device) => device.id), homeNode },
          { onSuccess: (results) => { if (results.every((one) => one.done)) onClose(); } },
        )
      }
      onClose={onClose}
    >
      <NodeField value={homeNode} onChange={setHomeNode} />
      <p className="ly-muted">{t('cluster.gap')}</p>
      {change.data && failed && <Results results={change.data} devices={devices} />}
    </FormDialog>
  );
}
