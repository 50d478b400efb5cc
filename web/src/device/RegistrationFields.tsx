import { Checkbox } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { DeviceField } from './DeviceField';
import { addressOf, partsOf, type RegistrationParts } from './registration';

interface Props {
  url: string;
  error: string | undefined;
  onChange: (url: string) => void;
}

/** What is asked for a device that dials in, instead of its address. */
export function RegistrationFields({ url, error, onChange }: Props) {
  const { t } = useTranslation();
  const parts = partsOf(url);
  const set = (change: Partial<RegistrationParts>) => onChange(addressOf({ ...parts, ...change }));
  return (
    <>
      <DeviceField field="url" label={t('registration.id')} hint={t('registration.idHint')} value={parts.id} error={error} onChange={(id) => set({ id: id.replace(/[?&\s]/g, '') })} required mono />
      <DeviceField field="subUrl" label={t('registration.streams')} hint={t('registration.streamsHint')} value={parts.streams} error={undefined} onChange={(streams) => set({ streams: streams.replace(/[?&\s]/g, '') })} mono />
      <Checkbox id="device-answered" label={t('registration.answered')} description={t('registration.answeredHint')} isChecked={parts.answered} onChange={(_, answered) => set({ answered })} />
    </>
  );
}
