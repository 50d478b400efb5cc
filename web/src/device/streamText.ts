import type { StreamDescription } from '../api/types';

/** `H264 1280×720` of the main stream, as far as it is known. */
export function videoText(stream: StreamDescription | undefined): string {
  if (stream === undefined) return '';
  const size = stream.width && stream.height ? ` ${stream.width}×${stream.height}` : '';
  return stream.videoCodec + size;
}
