import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupsOf, nameOf, useEventCatalogue, type TypeGroup } from '../event/eventTypes';
import { SearchField } from '../ui/SearchField';

interface Props {
  chosen: readonly string[];
  onChange: (types: string[]) => void;
}

/** The events a scheme waits for: what is chosen, and the whole catalogue by category, with a search. */
export function SchemeTypes({ chosen, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const catalogue = useEventCatalogue();
  const [text, setText] = useState('');
  const groups = groupsOf(catalogue, text, i18n.language);
  const toggle = (code: string) => onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  return (
    <fieldset className="ly-scheme-types">
      <legend>{t('scheme.typesChosen', { count: chosen.length })}</legend>
      {chosen.length > 0 && <p className="ly-scheme-chosen">{chosen.map((code) => nameOf(catalogue, code, i18n.language)).join(t('scheme.comma'))}</p>}
      <SearchField label={t('scheme.findType')} value={text} onChange={setText} />
      <div className="ly-pick ly-scheme-groups">
        {groups.map((group) => <Group key={`${group.category}${text === ''}`} group={group} chosen={chosen} found={text.trim() !== ''} onToggle={toggle} />)}
        {groups.length === 0 && <p className="ly-muted">{t('scheme.noType')}</p>}
      </div>
    </fieldset>
  );
}

function Group({ group, chosen, found, onToggle }: { group: TypeGroup; chosen: readonly string[]; found: boolean; onToggle: (code: string) => void }) {
  const { t, i18n } = useTranslation();
  const ticked = group.types.filter((type) => chosen.includes(type.code)).length;
  const [open, setOpen] = useState(found || ticked > 0);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(`scheme.category.${group.category}`)} <span className="ly-muted">{ticked === 0 ? group.types.length : `${ticked}/${group.types.length}`}</span></summary>
      <div className="ly-scheme-group">
        {open && group.types.map((type) => (
          <label key={type.code} title={type.code}>
            <input type="checkbox" checked={chosen.includes(type.code)} onChange={() => onToggle(type.code)} />
            {i18n.language === 'zh' ? type.zh : type.en}
          </label>
        ))}
      </div>
    </details>
  );
}
