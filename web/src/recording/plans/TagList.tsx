import { Button } from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../api/client';
import { useChannelNames } from '../../api/channelQueries';
import { tagsQuery } from '../../api/queries';
import { problemWords } from '../../i18n/problemWords';
import { Empty } from '../../ui/Empty';
import { timeText } from '../../ui/format';
import { Loading } from '../../ui/Loading';
import { Notice } from '../../ui/Notice';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { SearchField } from '../../ui/SearchField';
import { TableRoom } from '../../ui/TableRoom';

/** The named moments of all cameras, to be found by their words. */
export function TagList() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [query, setQuery] = useState('');
  const tags = useQuery(tagsQuery(query));
  const remove = useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/v1/tags/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['tags'] }),
  });
  const nameOf = useChannelNames((tags.data ?? []).map((tag) => tag.channelId), t('plan.goneChannel'));
  return (
    <section>
      <div className="ly-list-find"><SearchField label={t('tag.find')} value={query} onChange={setQuery} /></div>
      {remove.error && <Notice kind="danger" title={problemWords(t, remove.error)} />}
      {tags.error && <ProblemNotice error={tags.error} onRetry={() => void tags.refetch()} />}
      {tags.isPending && <Loading />}
      {tags.data?.length === 0 && <Empty title={t('tag.none')} text={t('tag.noneText')} />}
      {tags.data && tags.data.length > 0 && (
        <TableRoom label={t('plan.tabs.tags')}>
          <thead>
            <tr>
              {(['at', 'name', 'note', 'camera', 'by'] as const).map((c) => <th key={c} scope="col">{t(`tag.columns.${c}`)}</th>)}
              <th><span className="ly-sr">{t('device.actions')}</span></th>
            </tr>
          </thead>
          <tbody>
            {tags.data.map((tag) => (
              <tr key={tag.id}>
                <td className="ly-mono"><Link to={`/playback?channel=${tag.channelId}&t=${tag.at}`}>{timeText(tag.at)}</Link></td>
                <th scope="row">{tag.name}</th>
                <td>{tag.note}</td>
                <td>{nameOf(tag.channelId)}</td>
                <td>{tag.by}</td>
                <td className="ly-cell-acts"><Button variant="link" isInline isDisabled={remove.isPending} onClick={() => remove.mutate(tag.id)}>{t('device.remove')}</Button></td>
              </tr>
            ))}
          </tbody>
        </TableRoom>
      )}
    </section>
  );
}
