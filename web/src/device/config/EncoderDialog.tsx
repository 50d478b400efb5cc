import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel, Encoder, EncoderOffer, EncoderOutcome } from '../../api/types';
import { FormDialog } from '../../ui/FormDialog';
import { useSetEncoder } from './deviceConfig';
import { encoderChange, encoderForm, isWithin, offerOf, withCodec, type EncoderForm, type NumberField } from './encoderForm';

interface Props {
  channel: Channel;
  encoder: Encoder;
  onDone: (outcome: EncoderOutcome) => void;
  onClose: () => void;
}

/** Codec, picture, rates and quality of a stream; only what the device offers in that codec can be chosen. */
export function EncoderDialog({ channel, encoder, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const { now } = encoder;
  const [form, setForm] = useState<EncoderForm>(() => encoderForm(now));
  const set = useSetEncoder(channel.id);
  const offer = offerOf(encoder, form.codec);
  const change = encoderChange(now, form);
  const put = (part: Partial<EncoderForm>) => setForm((old) => ({ ...old, ...part }));
  const codecs = [...new Set([now.codec, ...encoder.offers.map((one) => one.codec)])];
  return (
    <FormDialog
      title={t('config.setTitle', { stream: t(`config.role.${encoder.role}`), name: channel.name })}
      size="medium"
      submit={t('config.set')}
      ready={Object.keys(change).length > 0 && offer !== undefined && isWithin(offer, change)}
      pending={set.isPending}
      error={set.error}
      onSubmit={() => set.mutate({ encoder: encoder.id, ...change }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <div className="ly-fields">
        <Choice label={t('config.codec')} value={form.codec} values={codecs} onChange={(codec) => setForm(withCodec(now, codec))} />
        {offer && <OfferFields offer={offer} form={form} put={put} fits={form.codec !== now.codec} />}
      </div>
      <p className="ly-muted">{encoder.role === 'OTHER' ? t('config.unused') : t('config.breaks')}</p>
    </FormDialog>
  );
}

interface OfferProps {
  offer: EncoderOffer;
  form: EncoderForm;
  put: (part: Partial<EncoderForm>) => void;
  /** Another codec was chosen: what is left empty fits itself. */
  fits: boolean;
}

function OfferFields({ offer, form, put, fits }: OfferProps) {
  const { t } = useTranslation();
  const empty = fits ? t('config.fits') : undefined;
  const amounts: readonly NumberField[] = ['bitRate', 'keyInterval', 'quality'];
  return (
    <>
      {offer.sizes.length > 0 && (
        <Choice label={t('config.size')} value={form.size} values={offer.sizes.map((size) => `${size.width}x${size.height}`)} empty={empty} onChange={(size) => put({ size })} />
      )}
      {offer.frameRates.length > 0 && (
        <Choice label={t('config.frameRate')} value={form.frameRate} values={[...offer.frameRates].reverse().map(String)} empty={empty} onChange={(frameRate) => put({ frameRate })} />
      )}
      {amounts.map((field) => {
        const limits = field === 'frameRate' ? undefined : offer[field];
        return limits && (
          <label key={field} className="ly-field">
            <span>{t(`config.${field}`)}</span>
            <input className="ly-input ly-mono" inputMode="decimal" value={form[field]} maxLength={9} placeholder={empty} onChange={(event) => put({ [field]: event.target.value })} />
            <span className="ly-muted">{t('config.range', limits)}</span>
          </label>
        );
      })}
      {offer.constantBitRate && (
        <Choice label={t('config.bitRateMode')} value={form.constantBitRate} values={['true', 'false']} words={(value) => t(`config.mode.${value === 'true'}`)} empty={empty} onChange={(constantBitRate) => put({ constantBitRate })} />
      )}
      {offer.profiles.length > 0 && (
        <Choice label={t('config.profile')} value={form.profile} values={offer.profiles} empty={empty} onChange={(profile) => put({ profile })} />
      )}
    </>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  values: readonly string[];
  words?: (value: string) => string;
  /** What an empty choice means; without it there is none. */
  empty?: string | undefined;
  onChange: (value: string) => void;
}

/** A choice of what is offered; what the device has now and does not offer is shown all the same. */
export function Choice({ label, value, values, words = (one) => one.replace('x', '×'), empty, onChange }: ChoiceProps) {
  const all = value === '' || values.includes(value) ? values : [value, ...values];
  return (
    <label className="ly-field">
      <span>{label}</span>
      <select className="ly-select" value={value} onChange={(event) => onChange(event.target.value)}>
        {(empty !== undefined || value === '') && <option value="">{empty ?? ''}</option>}
        {all.map((one) => <option key={one} value={one}>{words(one)}</option>)}
      </select>
    </label>
  );
}
