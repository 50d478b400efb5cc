import type { NewDeviceBatch } from '../../api/types';

type Order = NonNullable<NewDeviceBatch['encoders']>;

/** One setting for many streams as a person types it; empty fields stay. */
export interface StreamsForm {
  stream: 'MAIN' | 'SUB';
  codec: string;
  size: string;
  frameRate: string;
  bitRate: string;
  keyInterval: string;
  constantBitRate: '' | 'true' | 'false';
}

export const EMPTY_STREAMS: StreamsForm = { stream: 'SUB', codec: '', size: '', frameRate: '', bitRate: '', keyInterval: '', constantBitRate: '' };

/** What is to be ordered; undefined while nothing, or something that makes no sense, is typed. */
export function streamsOrder(form: StreamsForm): Order | undefined {
  const order: Order = { stream: form.stream };
  if (form.codec !== '') order.codec = form.codec;
  if (form.size.trim() !== '') {
    const match = /^(\d{2,5})\s*[x×*]\s*(\d{2,5})$/i.exec(form.size.trim());
    if (match === null) return undefined;
    Object.assign(order, { width: Number(match[1]), height: Number(match[2]) });
  }
  for (const field of ['frameRate', 'bitRate', 'keyInterval'] as const) {
    const text = form[field].trim().replace(',', '.');
    if (text === '') continue;
    const value = Number(text);
    if (!(value > 0) || (field !== 'frameRate' && !Number.isInteger(value))) return undefined;
    order[field] = value;
  }
  if (form.constantBitRate !== '') order.constantBitRate = form.constantBitRate === 'true';
  return Object.keys(order).length > 1 ? order : undefined;
}
