import type { AlarmCondition } from '../api/types';
import type { T } from '../i18n';

/** Conditions of schemes on what events say. */
export const OPERATORS = ['ONE_OF', 'NONE_OF', 'AT_LEAST', 'AT_MOST', 'BETWEEN', 'CONTAINS'] as const satisfies readonly AlarmCondition['operator'][];

/** What is typed, cut at commas; the last one may be empty while one types. */
export function separated(text: string): string[] {
  return text.split(/[,，]/).map((one) => one.trimStart());
}

/** As it is sent: without what is empty. */
export function cleaned(condition: AlarmCondition): AlarmCondition {
  return { ...condition, attribute: condition.attribute.trim(), values: condition.values.map((one) => one.trim()).filter((one) => one !== '') };
}

/** How values of each look. */
export const EXAMPLES: Record<AlarmCondition['operator'], string> = { ONE_OF: 'B-XY 77, B-XY 78', NONE_OF: 'B-XY 77', AT_LEAST: '60', AT_MOST: '0.5', BETWEEN: '60, 200', CONTAINS: 'XY' };

export function isCondition(condition: AlarmCondition): boolean {
  return cleaned(condition).attribute !== '' && hasValues(condition);
}

/** As many as it takes, and numbers where numbers are compared. */
export function hasValues(condition: AlarmCondition): boolean {
  const { operator, values } = cleaned(condition);
  const numbers = operator === 'AT_LEAST' || operator === 'AT_MOST' || operator === 'BETWEEN';
  const count = operator === 'BETWEEN' ? values.length === 2 : operator === 'ONE_OF' || operator === 'NONE_OF' ? values.length > 0 : values.length === 1;
  return count && (!numbers || values.every((one) => /^-?\d+(\.\d+)?$/.test(one)));
}

export function conditionText(t: T, { attribute, operator, values }: AlarmCondition): string {
  return `${attribute} ${t(`scheme.condition.operator.${operator}`)} ${values.join(t('scheme.comma'))}`;
}
