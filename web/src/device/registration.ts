/** The address of a device that dials in, in parts: `autoreg:<id>?streams=<host:port>&answer=none`. */
export interface RegistrationParts {
  id: string;
  /** Where its streams are; empty: where it dials from, `none`: nowhere. */
  streams: string;
  /** Whether its connect request is answered, as is usual. */
  answered: boolean;
}

const FORM = /^autoreg:([^?]*)(?:\?(.*))?$/i;

export function dialsIn(url: string): boolean {
  return /^autoreg:/i.test(url.trim());
}

export function partsOf(url: string): RegistrationParts {
  const [, id = '', query = ''] = FORM.exec(url.trim()) ?? [];
  const options = query.split('&');
  const streams = options.find((one) => one.startsWith('streams='));
  return { id, streams: streams?.slice('streams='.length) ?? '', answered: !options.includes('answer=none') };
}

export function addressOf({ id, streams, answered }: RegistrationParts): string {
  const options = [...(streams.trim() === '' ? [] : [`streams=${streams.trim()}`]), ...(answered ? [] : ['answer=none'])];
  return `autoreg:${id.trim()}${options.length === 0 ? '' : `?${options.join('&')}`}`;
}

export function validId(id: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(id.trim());
}
