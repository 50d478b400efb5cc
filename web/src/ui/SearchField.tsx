import { SearchInput } from '@patternfly/react-core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  inputRef?: Ref<HTMLInputElement>;
  onKeyDown?: (event: React.KeyboardEvent) => void;
}

export function SearchField({ label, value, onChange, inputRef, onKeyDown }: Props) {
  const { t } = useTranslation();
  return (
    <SearchInput
      ref={inputRef}
      className="ly-search"
      aria-label={label}
      placeholder={label}
      value={value}
      resetButtonLabel={t('app.clear')}
      onChange={(_, next) => onChange(next)}
      onClear={() => onChange('')}
      onKeyDown={onKeyDown}
    />
  );
}
