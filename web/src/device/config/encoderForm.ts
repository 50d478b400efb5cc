import type { Encoder, EncoderOffer, EncoderSettings, NewEncoderSettings } from '../../api/types';

/** How a stream is to be encoded, as a person types it; an empty field stays, or fits itself to another codec. */
export interface EncoderForm {
  codec: string;
  /** `1920x1080`. */
  size: string;
  frameRate: string;
  bitRate: string;
  keyInterval: string;
  quality: string;
  profile: string;
  /** `true` or `false`. */
  constantBitRate: string;
}

const NUMBERS = ['frameRate', 'bitRate', 'keyInterval', 'quality'] as const;
export type NumberField = (typeof NUMBERS)[number];

function text(value: string | number | boolean | undefined): string {
  return value === undefined ? '' : String(value);
}

export function encoderForm(now: EncoderSettings): EncoderForm {
  return {
    codec: now.codec,
    size: `${now.width}x${now.height}`,
    frameRate: text(now.frameRate),
    bitRate: text(now.bitRate),
    keyInterval: text(now.keyInterval),
    quality: text(now.quality),
    profile: text(now.profile),
    constantBitRate: text(now.constantBitRate),
  };
}

/** Another codec: everything else fits itself until somebody says otherwise. */
export function withCodec(now: EncoderSettings, codec: string): EncoderForm {
  return codec === now.codec
    ? encoderForm(now)
    : { codec, size: '', frameRate: '', bitRate: '', keyInterval: '', quality: '', profile: '', constantBitRate: '' };
}

export function offerOf(encoder: Encoder, codec: string): EncoderOffer | undefined {
  return encoder.offers.find((offer) => offer.codec === codec);
}

/** Only what differs from how it is now. */
export function encoderChange(now: EncoderSettings, form: EncoderForm): NewEncoderSettings {
  const before = encoderForm(now);
  const change: NewEncoderSettings = {};
  const changed = (field: keyof EncoderForm) => form[field].trim() !== '' && (form[field].trim() !== before[field] || form.codec !== before.codec);
  if (form.codec !== before.codec) change.codec = form.codec;
  if (changed('size')) {
    const [width, height] = form.size.split('x').map(Number);
    if (width !== undefined && height !== undefined) Object.assign(change, { width, height });
  }
  for (const field of NUMBERS) {
    if (changed(field)) change[field] = Number(form[field].replace(',', '.'));
  }
  if (changed('profile')) change.profile = form.profile;
  if (changed('constantBitRate')) change.constantBitRate = form.constantBitRate === 'true';
  return change;
}

/** Whether every number is one that the device offers. */
export function isWithin(offer: EncoderOffer, change: NewEncoderSettings): boolean {
  const within = (value: number | undefined, limits: { min: number; max: number } | undefined) =>
    value === undefined || (limits !== undefined && value >= limits.min && value <= limits.max);
  return within(change.bitRate, offer.bitRate) && within(change.keyInterval, offer.keyInterval) && within(change.quality, offer.quality)
    && [change.bitRate, change.keyInterval].every((value) => value === undefined || Number.isInteger(value));
}
