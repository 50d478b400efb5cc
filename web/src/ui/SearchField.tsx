import SearchIcon from '@patternfly/react-icons/dist/esm/icons/search-icon';
import CloseIcon from '@patternfly/react-icons/dist/esm/icons/times-icon';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  inputRef?: Ref<HTMLInputElement>;
  onKeyDown?: (event: React.KeyboardEvent) => void;
}

/** A field to search in what is shown. PatternFly's own costs the first page 16 kB, this one nothing. */
export function SearchField({ label, value, onChange, inputRef, onKeyDown }: Props) {
  const { t } = useTranslation();
  return (
    <div className="ly-search">
      <SearchIcon aria-hidden="true" />
      <input
        ref={inputRef}
        role="searchbox"
        aria-label={label}
        placeholder={label}
        value={value}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {value !== '' && <IconButton label={t('app.clear')} icon={<CloseIcon />} onClick={() => onChange('')} />}
    </div>
  );
}
