import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/FormDialog';
import type { OrderProps } from './CredentialsMany';
import { EMPTY_STREAMS, streamsOrder, type StreamsForm } from './encodersForm';
import { useOrderBatch } from './many';

const TEXTS = ['size', 'frameRate', 'bitRate', 'keyInterval'] as const;

/** One setting of the main or the sub stream for many devices; what is left empty stays. */
export function EncodersMany({ devices, onOrdered, onClose }: OrderProps) {
  const { t } = useTranslation();
  const [form, setForm] = useState<StreamsForm>(EMPTY_STREAMS);
  const order = useOrderBatch();
  const encoders = streamsOrder(form);
  const put = (part: Partial<StreamsForm>) => setForm((old) => ({ ...old, ...part }));
  return (
    <FormDialog
      title={t('many.title.encoders', { count: devices.length })}
      size="medium"
      submit={t('many.submit.encoders')}
      danger
      ready={encoders !== undefined}
      pending={order.isPending}
      error={order.error}
      onSubmit={() => encoders && order.mutate({ act: 'ENCODERS', deviceIds: devices.map((one) => one.id), encoders }, { onSuccess: (made) => onOrdered(made.id) })}
      onClose={onClose}
    >
      <p>{t('config.encodersText')}</p>
      <div className="ly-fields">
        <label className="ly-field">
          <span>{t('config.stream')}</span>
          <select className="ly-select" value={form.stream} onChange={(event) => put({ stream: event.target.value as StreamsForm['stream'] })}>
            {(['MAIN', 'SUB'] as const).map((one) => <option key={one} value={one}>{t(`config.role.${one}`)}</option>)}
          </select>
        </label>
        <label className="ly-field">
          <span>{t('config.codec')}</span>
          <select className="ly-select" value={form.codec} onChange={(event) => put({ codec: event.target.value })}>
            <option value="">{t('config.stays')}</option>
            {['H264', 'H265', 'MJPEG'].map((one) => <option key={one} value={one}>{one}</option>)}
          </select>
        </label>
        {TEXTS.map((field) => (
          <label key={field} className="ly-field">
            <span>{t(`config.${field}`)}</span>
            <input className="ly-input ly-mono" value={form[field]} maxLength={11} placeholder={t('config.stays')} onChange={(event) => put({ [field]: event.target.value })} />
            {field === 'size' && <span className="ly-muted">{t('config.sizeHint')}</span>}
          </label>
        ))}
        <label className="ly-field">
          <span>{t('config.bitRateMode')}</span>
          <select className="ly-select" value={form.constantBitRate} onChange={(event) => put({ constantBitRate: event.target.value as StreamsForm['constantBitRate'] })}>
            <option value="">{t('config.stays')}</option>
            <option value="true">{t('config.mode.true')}</option>
            <option value="false">{t('config.mode.false')}</option>
          </select>
        </label>
      </div>
    </FormDialog>
  );
}
