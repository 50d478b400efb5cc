import { Button, Form, FormGroup, Radio } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../api/types';
import { NodeField } from '../cluster/NodeField';
import { problemWords } from '../i18n/problemWords';
import { SiteField } from '../organisation/SiteField';
import { Dialog } from '../ui/Dialog';
import { Notice } from '../ui/Notice';
import { EMPTY_FORM, errorsOf, faultsOf, speaksOnvif, takeApart, type DeviceForm, type Field, type FieldErrors } from './deviceForm';
import { DeviceField, PasswordField } from './DeviceField';
import { useAddDevice, useChangeDevice, useProbe } from './mutations';
import { ProbeResult } from './ProbeResult';
import { dialsIn } from './registration';
import { RegistrationFields } from './RegistrationFields';

/**
 * Adds a device, or edits one. Test asks the camera without storing anything; a refusal is shown at the field it is
 * about.
 */
export function DeviceDialog({ device, url = '', onClose }: { device?: Device; url?: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [form, setForm] = useState<DeviceForm>(() => (device ? formOf(device) : { ...EMPTY_FORM, url }));
  const [errors, setErrors] = useState<FieldErrors>({});
  const [other, setOther] = useState<string>();
  const probe = useProbe();
  const add = useAddDevice();
  const change = useChangeDevice(device ?? NEW);
  const save = device ? change : add;
  const dials = dialsIn(form.url);
  const busy = probe.isPending || save.isPending;

  const edit = (field: Field) => (value: string) => {
    setForm((old) => ({ ...old, [field]: value }));
    setErrors(({ [field]: _, ...rest }) => rest);
    probe.reset();
  };
  const checked = (nameNeeded: boolean): DeviceForm | undefined => {
    const apart = takeApart(form);
    const whole = speaksOnvif(apart.url) || dialsIn(apart.url) ? { ...apart, subUrl: '' } : apart;
    setForm(whole);
    setOther(undefined);
    const faults = Object.entries(faultsOf(whole, nameNeeded));
    setErrors(Object.fromEntries(faults.map(([field, fault]) => [field, fault === 'idWrong' || fault === 'credentialsNeeded' ? t(`registration.${fault}`) : t(`device.fault.${fault}`)])));
    return faults.length === 0 ? whole : undefined;
  };
  const refused = (error: unknown) => {
    const sorted = errorsOf(error, problemWords(t, error));
    setErrors(sorted.fields);
    setOther(sorted.other);
  };
  const test = () => {
    const whole = checked(false);
    if (whole) probe.mutate(whole, { onError: refused });
  };
  const submit = () => {
    const whole = checked(true);
    probe.reset();
    if (whole) save.mutate(whole, { onSuccess: onClose, onError: refused });
  };

  return (
    <Dialog
      title={device ? t('device.editTitle', { name: device.name }) : t('device.addTitle')}
      onClose={onClose}
      footer={
        <>
          <Button type="submit" form="device-form" isDisabled={busy} isLoading={save.isPending}>
            {save.isPending ? t('device.saving') : device ? t('device.save') : t('device.add')}
          </Button>
          {!dials && (
            <Button variant="secondary" isDisabled={busy} isLoading={probe.isPending} onClick={test}>
              {probe.isPending ? t('device.testing') : t('device.test')}
            </Button>
          )}
          <Button variant="link" onClick={onClose}>{t('app.cancel')}</Button>
        </>
      }
    >
      <Form
        id="device-form"
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) submit();
        }}
      >
        <DeviceField field="name" label={t('device.name')} value={form.name} error={errors.name} onChange={edit('name')} required autoFocus />
        {!device && (
          <FormGroup role="radiogroup" isInline fieldId="device-kind" label={t('registration.kind')}>
            <Radio id="device-by-address" name="device-kind" label={t('registration.byAddress')} isChecked={!dials} onChange={() => edit('url')('')} />
            <Radio id="device-by-id" name="device-kind" label={t('registration.byId')} isChecked={dials} onChange={() => edit('url')('autoreg:')} />
          </FormGroup>
        )}
        {dials ? (
          <RegistrationFields url={form.url} error={errors.url} onChange={edit('url')} />
        ) : (
          <DeviceField field="url" label={t('device.address')} hint={t('device.addressHint')} value={form.url} error={errors.url} onChange={edit('url')} required mono />
        )}
        {!speaksOnvif(form.url) && !dials && (
          <DeviceField field="subUrl" label={t('device.subAddress')} hint={t('device.subAddressHint')} value={form.subUrl} error={errors.subUrl} onChange={edit('subUrl')} mono />
        )}
        <DeviceField field="username" label={t('device.username')} value={form.username} error={errors.username} onChange={edit('username')} />
        <PasswordField value={form.password} error={errors.password} hint={device && t('device.passwordKept')} onChange={edit('password')} />
        <SiteField needs="device.configure" label={t('many.site')} value={form.siteId} onChange={edit('siteId')} />
        {!dials && <NodeField value={form.homeNode} onChange={edit('homeNode')} />}
        {/^(rtsp|http)s:/i.test(form.url.trim()) && (
          <DeviceField field="certificate" label={t('device.certificate')} hint={t('device.certificateHint')} value={form.certificate} error={errors.certificate} onChange={edit('certificate')} mono />
        )}
      </Form>
      {probe.data && <ProbeResult probe={probe.data} />}
      {other !== undefined && <Notice kind="danger" title={other} />}
    </Dialog>
  );
}

function formOf(device: Device): DeviceForm {
  return { name: device.name, url: device.url, subUrl: device.subUrl ?? '', certificate: device.certificate ?? '', username: device.username ?? '', password: '', siteId: device.siteId, homeNode: device.homeNode ?? '' };
}

/** Stands where no device is edited: the mutation made with it is never called. */
const NEW: Device = { id: '', siteId: '', name: '', url: '', protocol: 'RTSP', identity: {}, state: 'CONNECTING', since: '', channels: [], channelCount: 0, functions: [], version: 0 };
