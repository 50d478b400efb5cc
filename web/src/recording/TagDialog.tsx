import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import type { Channel } from '../api/types';
import { FormDialog } from '../ui/FormDialog';
import { timeText } from '../ui/format';

const LONGEST = 50;

/** Names a moment of a recording, so that it is found again. */
export function TagDialog({ channel, at, onClose }: { channel: Channel; at: number; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const add = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/v1/channels/{id}/tags', {
        params: { path: { id: channel.id } },
        body: { at: new Date(at).toISOString(), name: name.trim(), ...(note.trim() === '' ? {} : { note: note.trim() }) },
      })),
    onSuccess: () => {
      for (const key of ['tags', 'timeline']) void client.invalidateQueries({ queryKey: [key] });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('tag.add')}
      submit={t('tag.save')}
      ready={name.trim() !== ''}
      pending={add.isPending}
      error={add.error}
      onSubmit={() => add.mutate()}
      onClose={onClose}
    >
      <p className="ly-muted">{channel.name}, <span className="ly-mono">{timeText(at)}</span></p>
      <label className="ly-field">
        <span>{t('tag.name')}</span>
        <input className="ly-input" autoFocus maxLength={LONGEST} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <label className="ly-field">
        <span>{t('tag.note')}</span>
        <textarea className="ly-input" rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
    </FormDialog>
  );
}
