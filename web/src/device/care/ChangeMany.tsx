import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenDevice } from './selection';
import { SiteField } from '../../organisation/SiteField';
import { FormDialog } from '../../ui/FormDialog';
import { useChangeDevices } from './many';
import { Results } from './Results';

interface Props {
  kind: 'move' | 'rename';
  devices: readonly ChosenDevice[];
  onClose: () => void;
}

/** Moves devices to a site, or gives them names by a pattern. What did not work stays in sight. */
export function ChangeMany({ kind, devices, onClose }: Props) {
  const { t } = useTranslation();
  const [site, setSite] = useState('');
  const [name, setName] = useState('{name}');
  const change = useChangeDevices();
  const ids = devices.map((device) => device.id);
  const whole = kind === 'move' ? { siteId: site } : { name: name.trim() };
  const failed = change.data?.some((one) => !one.done) === true;
  return (
    <FormDialog
      title={t(`many.title.${kind}`, { count: devices.length })}
      size="medium"
      submit={failed ? undefined : t(`many.submit.${kind}`)}
      ready={kind === 'move' ? site !== '' : name.trim() !== ''}
      pending={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ ids, ...whole }, { onSuccess: (results) => { if (results.every((one) => one.done)) onClose(); } })}
      onClose={onClose}
    >
      {kind === 'move' ? (
        <SiteField needs="device.configure" label={t('many.site')} none={t('many.chooseSite')} value={site} onChange={setSite} />
      ) : (
        <label className="ly-field">
          <span>{t('many.pattern')}</span>
          <input className="ly-input" value={name} maxLength={100} spellCheck={false} autoFocus onChange={(e) => setName(e.target.value)} />
          <span className="ly-muted">{t('many.patternHint')}</span>
        </label>
      )}
      {change.data && failed && <Results results={change.data} devices={devices} />}
    </FormDialog>
  );
}
