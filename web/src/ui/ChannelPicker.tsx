import { Button } from '@patternfly/react-core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allChannelIds, channelPagesQuery } from '../api/channelQueries';
import { problemWords } from '../i18n/problemWords';
import { Notice } from './Notice';
import { SearchField } from './SearchField';
import { MoreRows } from './MoreRows';
import { useSettled } from './useSettled';

interface Props {
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}

/** Cameras to tick, with a search; all that match can be ticked at once. */
export function ChannelPicker({ chosen, onChange }: Props) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const q = useSettled(query.trim());
  const pages = useInfiniteQuery(channelPagesQuery(q));
  const all = useMutation({ mutationFn: () => allChannelIds(q), onSuccess: (ids) => onChange([...new Set([...chosen, ...ids])]) });
  const matching = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const total = pages.data?.pages[0]?.total ?? 0;
  const ticked = new Set(chosen);
  const toggle = (id: string) => onChange(ticked.has(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  const error = all.error ?? pages.error;
  return (
    <fieldset className="ly-picker">
      <legend>{t('plan.chosenCount', { count: chosen.length })}</legend>
      <SearchField label={t('live.find')} value={query} onChange={setQuery} />
      {error && <Notice kind="danger" title={problemWords(t, error)} />}
      <ul className="ly-pick" tabIndex={0} aria-label={t('live.cameras')}>
        {matching.map((channel) => (
          <li key={channel.id}>
            <label>
              <input type="checkbox" checked={ticked.has(channel.id)} onChange={() => toggle(channel.id)} />
              {channel.name}
            </label>
          </li>
        ))}
        {pages.hasNextPage && <li><MoreRows shown={matching.length} total={total} more pending={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} /></li>}
      </ul>
      <div className="ly-actions">
        <Button variant="link" isInline isDisabled={total === 0 || all.isPending} onClick={() => all.mutate()}>{t('plan.tickAll', { count: total })}</Button>
        <Button variant="link" isInline isDisabled={chosen.length === 0} onClick={() => onChange([])}>{t('plan.tickNone')}</Button>
      </div>
    </fieldset>
  );
}
