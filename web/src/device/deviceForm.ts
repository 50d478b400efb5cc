import { Problem } from '../api/problem';
import { dialsIn, partsOf, validId } from './registration';

/** What the user typed about a camera, and what is wrong with it, field by field. */
export interface DeviceForm {
  name: string;
  url: string;
  /** A smaller stream of the same camera; empty for none. */
  subUrl: string;
  /** Fingerprint an rtsps camera must show; empty trusts the usual authorities. */
  certificate: string;
  username: string;
  password: string;
  /** Where it stands; empty: the first site. */
  siteId: string;
  /** The node that drives it; empty: any. */
  homeNode: string;
}

export type Field = keyof DeviceForm;
export type FormFault = 'idWrong' | 'credentialsNeeded' | 'nameRequired' | 'addressRequired' | 'addressNotKnown' | 'addressHasUser';
export type FieldErrors = Partial<Record<Field, string>>;

export const EMPTY_FORM: DeviceForm = { name: '', url: '', subUrl: '', certificate: '', username: '', password: '', siteId: '', homeNode: '' };

const STREAM = /^rtsps?:\/\/[^\s]+$/i;
const DEVICE = /^(rtsp|http)s?:\/\/[^\s]+$/i;

/** ONVIF devices are reached by HTTP and name their streams themselves. */
export function speaksOnvif(url: string): boolean {
  return /^https?:/i.test(url.trim());
}

export function faultsOf(form: DeviceForm, nameNeeded: boolean): Partial<Record<Field, FormFault>> {
  const faults: Partial<Record<Field, FormFault>> = {};
  if (nameNeeded && form.name.trim() === '') faults.name = 'nameRequired';
  if (dialsIn(form.url)) {
    if (!validId(partsOf(form.url).id)) faults.url = 'idWrong';
    if (form.username.trim() === '') faults.username = 'credentialsNeeded';
    return faults;
  }
  if (form.url.trim() === '') faults.url = 'addressRequired';
  for (const field of ['url', 'subUrl'] as const) {
    const url = form[field].trim();
    if (url === '') continue;
    if (!(field === 'url' ? DEVICE : STREAM).test(url)) faults[field] = 'addressNotKnown';
    else if (/^[a-z]+:\/\/[^/]*@/i.test(url)) faults[field] = 'addressHasUser';
  }
  return faults;
}

/** `rtsp://user:secret@host/path` pasted into the address is taken apart into its fields. */
export function takeApart(form: DeviceForm): DeviceForm {
  const match = /^((?:rtsp|http)s?:\/\/)([^/@:]*)(?::([^/@]*))?@(.*)$/i.exec(form.url.trim());
  if (match === null) return form;
  const [, scheme = '', user = '', password = '', rest = ''] = match;
  return { ...form, url: scheme + rest, username: decode(user), password: decode(password) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not percent-encoded: taken as it is
  }
}

/** The field a probe's failure is about. */
const FIELD_OF_REASON: Record<string, Field> = { unauthorized: 'password', forbidden: 'username' };

/** Sorts a refusal to the fields it names; `other` is what belongs to none. */
export function errorsOf(error: unknown, words: string): { fields: FieldErrors; other: string | undefined } {
  const fields: FieldErrors = {};
  if (!(error instanceof Problem)) return { fields, other: words };
  for (const [field, detail] of error.fields) {
    if (field in EMPTY_FORM) fields[field as Field] = error.reason === undefined ? detail : words;
  }
  if (Object.keys(fields).length === 0 && error.reason !== undefined) {
    fields[FIELD_OF_REASON[error.reason.code] ?? 'url'] = words;
  }
  return { fields, other: Object.keys(fields).length === 0 ? words : undefined };
}
