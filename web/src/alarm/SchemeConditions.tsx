import CloseIcon from '@patternfly/react-icons/dist/esm/icons/times-icon';
import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { AlarmCondition } from '../api/types';
import { IconButton } from '../ui/IconButton';
import { EXAMPLES, hasValues, OPERATORS, separated } from './conditions';

interface Props {
  conditions: readonly AlarmCondition[];
  onChange: (conditions: AlarmCondition[]) => void;
}

/** What the attributes of events must be; all have to hold. */
export function SchemeConditions({ conditions, onChange }: Props) {
  const { t } = useTranslation();
  const set = (index: number, next: AlarmCondition) => onChange(conditions.map((old, at) => (at === index ? next : old)));
  return (
    <fieldset className="ly-scheme-sources">
      <legend>{t('scheme.condition.title')}</legend>
      {conditions.map((one, index) => (
        <div key={index} className="ly-condition">
          <label className="ly-field">
            <span>{t('scheme.condition.attribute')}</span>
            <input className="ly-input" maxLength={40} placeholder="plate" value={one.attribute} onChange={(event) => set(index, { ...one, attribute: event.target.value })} />
          </label>
          <label className="ly-field">
            <span>{t('scheme.condition.how')}</span>
            <select className="ly-select" value={one.operator} onChange={(event) => set(index, { ...one, operator: event.target.value as AlarmCondition['operator'] })}>
              {OPERATORS.map((operator) => <option key={operator} value={operator}>{t(`scheme.condition.operator.${operator}`)}</option>)}
            </select>
          </label>
          <label className="ly-field">
            <span>{t('scheme.condition.values')}</span>
            <input className="ly-input" placeholder={EXAMPLES[one.operator]} aria-invalid={one.values.length > 0 && !hasValues(one)} value={one.values.join(', ')} onChange={(event) => set(index, { ...one, values: separated(event.target.value) })} />
          </label>
          <IconButton label={t('scheme.condition.takeAway', { name: one.attribute })} icon={<CloseIcon />} onClick={() => onChange(conditions.filter((_, at) => at !== index))} />
        </div>
      ))}
      <div><Button variant="link" isInline isDisabled={conditions.length >= 10} onClick={() => onChange([...conditions, { attribute: '', operator: 'ONE_OF', values: [] }])}>{t('scheme.condition.add')}</Button></div>
    </fieldset>
  );
}
