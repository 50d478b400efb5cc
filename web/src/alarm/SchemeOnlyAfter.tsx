import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { OnlyAfter } from '../api/types';
import { SchemeInputs } from './SchemeInputs';
import { SchemeSources } from './SchemeSources';
import { SchemeTypes } from './SchemeTypes';

interface Props {
  rule: OnlyAfter | undefined;
  onChange: (rule: OnlyAfter | undefined) => void;
}

const FIRST: OnlyAfter = { sources: [], types: [], seconds: 30 };

/** What has to come before the events of a scheme, if anything: A, then B in time. */
export function SchemeOnlyAfter({ rule, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="ly-scheme-after">
      <label className="ly-scheme-tick">
        <input type="checkbox" checked={rule !== undefined} onChange={() => onChange(rule === undefined ? FIRST : undefined)} />
        {t('scheme.after.only')}
      </label>
      {rule !== undefined && (
        <div role="group" aria-labelledby={id} className="ly-form">
          <p id={id} className="ly-muted">{t('scheme.after.text')}</p>
          <label className="ly-field">
            <span>{t('scheme.after.seconds')}</span>
            <input className="ly-input ly-mono" type="number" min={1} max={3600} value={rule.seconds} onChange={(event) => onChange({ ...rule, seconds: event.target.valueAsNumber })} />
          </label>
          <SchemeTypes chosen={rule.types} onChange={(types) => onChange({ ...rule, types })} />
          <SchemeSources sources={rule.sources} onChange={(sources) => onChange({ ...rule, sources })} />
          <SchemeInputs sources={rule.sources} onChange={(sources) => onChange({ ...rule, sources })} />
        </div>
      )}
    </div>
  );
}
