import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlarmSource } from '../api/types';
import { DeviceSelect } from '../device/DeviceSelect';
import { inputsQuery } from '../device/inputs/InputsSection';
import { ProblemNotice } from '../ui/ProblemNotice';
import { sameSource, withSource } from './schemes';

interface Props {
  sources: readonly AlarmSource[];
  onChange: (sources: AlarmSource[]) => void;
}

/** Single inputs of a device as sources. */
export function SchemeInputs({ sources, onChange }: Props) {
  const { t } = useTranslation();
  const [device, setDevice] = useState<string>();
  const inputs = useQuery({ ...inputsQuery(device ?? ''), enabled: device !== undefined });
  const toggle = (source: AlarmSource) =>
    onChange(sources.some((one) => sameSource(one, source)) ? sources.filter((one) => !sameSource(one, source)) : withSource(sources, source));
  return (
    <div>
      <DeviceSelect label={t('linkage.addInputs')} onChoose={setDevice} />
      {inputs.error && <ProblemNotice error={inputs.error} />}
      {inputs.data?.items.length === 0 && <p className="ly-muted">{t('linkage.noInputs')}</p>}
      {device !== undefined && inputs.data?.items.map(({ token }) => {
        const source: AlarmSource = { kind: 'INPUT', objectId: device, part: token };
        return (
          <label key={token} className="ly-scheme-tick">
            <input type="checkbox" checked={sources.some((one) => sameSource(one, source))} onChange={() => toggle(source)} />
            {token}
          </label>
        );
      })}
    </div>
  );
}
