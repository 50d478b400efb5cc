/** G.711 as ITU-T defines it: a byte is a sample; the table holds each one's value between -1 and 1. */
export type G711 = 'alaw' | 'ulaw';

export function g711Table(codec: G711): Float32Array {
  return Float32Array.from({ length: 256 }, (_, byte) => (codec === 'alaw' ? alaw(byte) : ulaw(byte)) / 32768);
}

function alaw(byte: number): number {
  const code = byte ^ 0x55;
  const exponent = (code >> 4) & 7;
  const mantissa = ((code & 15) << 4) + 8;
  const value = exponent === 0 ? mantissa : (mantissa + 0x100) << (exponent - 1);
  return code & 0x80 ? value : -value;
}

function ulaw(byte: number): number {
  const code = ~byte & 0xff;
  const value = ((((code & 15) << 3) + 0x84) << ((code >> 4) & 7)) - 0x84;
  return code & 0x80 ? -value : value;
}

export interface Samples {
  /** Decode time of the first sample in seconds on the video's timeline. */
  at: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The samples of a `lyau` box (size, type, 64-bit time in microseconds, bytes); undefined for any other message. */
export function readSamples(message: ArrayBuffer): Samples | undefined {
  if (message.byteLength < 16) return undefined;
  const view = new DataView(message);
  if (view.getUint32(4) !== 0x6c796175) return undefined;
  return { at: Number(view.getBigUint64(8)) / 1e6, bytes: new Uint8Array(message, 16, Math.max(0, Math.min(view.getUint32(0), message.byteLength) - 16)) };
}
