import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../api/types';
import { SearchField } from './SearchField';

interface Props {
  channels: readonly Channel[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}

/** Cameras to tick, with a search; all that match can be ticked at once. */
export function ChannelPicker({ channels, chosen, onChange }: Props) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const matching = channels.filter((c) => c.name.toLowerCase().includes(query.trim().toLowerCase()));
  const missing = matching.filter((c) => !chosen.includes(c.id));
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <fieldset className="ly-picker">
      <legend>{t('plan.chosen', { count: chosen.length, total: channels.length })}</legend>
      <SearchField label={t('live.find')} value={query} onChange={setQuery} />
      <ul className="ly-pick" tabIndex={0} aria-label={t('live.cameras')}>
        {matching.map((channel) => (
          <li key={channel.id}>
            <label>
              <input type="checkbox" checked={chosen.includes(channel.id)} onChange={() => toggle(channel.id)} />
              {channel.name}
            </label>
          </li>
        ))}
      </ul>
      <div className="ly-actions">
        <Button variant="link" isInline isDisabled={missing.length === 0} onClick={() => onChange([...chosen, ...missing.map((c) => c.id)])}>{t('plan.tickAll', { count: missing.length })}</Button>
        <Button variant="link" isInline isDisabled={chosen.length === 0} onClick={() => onChange([])}>{t('plan.tickNone')}</Button>
      </div>
    </fieldset>
  );
}
