import { config } from '../../i18n/en.config';
import type { T } from '../../i18n';

type Field = keyof typeof config.config.field;

function isField(name: string): name is Field {
  return Object.hasOwn(config.config.field, name);
}

/** What the device made otherwise, in words. */
export function otherwiseWords(t: T, names: readonly string[]): string {
  return names.map((name) => (isField(name) ? t(`config.field.${name}`) : name)).join(', ');
}
