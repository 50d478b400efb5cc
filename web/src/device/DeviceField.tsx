import EyeIcon from '@patternfly/react-icons/dist/esm/icons/eye-icon';
import EyeSlashIcon from '@patternfly/react-icons/dist/esm/icons/eye-slash-icon';
import { Button, FormGroup, FormHelperText, HelperText, HelperTextItem, InputGroup, InputGroupItem, TextInput } from '@patternfly/react-core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from './deviceForm';

interface FieldProps {
  field: Field;
  label: string;
  value: string;
  error: string | undefined;
  hint?: string | undefined;
  onChange: (value: string) => void;
  required?: boolean;
  autoFocus?: boolean;
  mono?: boolean;
}

export function DeviceField({ field, label, value, error, hint, onChange, required = false, autoFocus = false, mono = false }: FieldProps) {
  return (
    <Row field={field} label={label} error={error} hint={hint} required={required}>
      <TextInput
        id={`device-${field}`}
        className={mono ? 'ly-mono' : ''}
        value={value}
        isRequired={required}
        autoFocus={autoFocus}
        spellCheck={false}
        validated={error === undefined ? 'default' : 'error'}
        aria-describedby={`device-${field}-help`}
        onChange={(_, next) => onChange(next)}
      />
    </Row>
  );
}

type PasswordProps = Pick<FieldProps, 'value' | 'error' | 'hint' | 'onChange'>;

export function PasswordField({ value, error, hint, onChange }: PasswordProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <Row field="password" label={t('device.password')} error={error} hint={hint} required={false}>
      <InputGroup>
        <InputGroupItem isFill>
          <TextInput
            id="device-password"
            type={shown ? 'text' : 'password'}
            autoComplete="new-password"
            value={value}
            validated={error === undefined ? 'default' : 'error'}
            aria-describedby="device-password-help"
            onChange={(_, next) => onChange(next)}
          />
        </InputGroupItem>
        <InputGroupItem>
          <Button
            variant="control"
            aria-label={shown ? t('device.hidePassword') : t('device.showPassword')}
            icon={shown ? <EyeSlashIcon /> : <EyeIcon />}
            onClick={() => setShown(!shown)}
          />
        </InputGroupItem>
      </InputGroup>
    </Row>
  );
}

type RowProps = Pick<FieldProps, 'field' | 'label' | 'error' | 'hint'> & { required: boolean; children: ReactNode };

function Row({ field, label, error, hint, required, children }: RowProps) {
  const text = error ?? hint;
  return (
    <FormGroup label={label} isRequired={required} fieldId={`device-${field}`}>
      {children}
      <FormHelperText>
        <HelperText id={`device-${field}-help`} isLiveRegion={error !== undefined}>
          {text !== undefined && <HelperTextItem variant={error === undefined ? 'default' : 'error'}>{text}</HelperTextItem>}
        </HelperText>
      </FormHelperText>
    </FormGroup>
  );
}
