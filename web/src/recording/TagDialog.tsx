import { Button } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import type { Channel } from '../api/types';
import { problemWords } from '../i18n/problemWords';
import { Dialog } from '../ui/Dialog';
import { timeText } from '../ui/format';
import { Notice } from '../ui/Notice';

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
  const ready = name.trim() !== '' && !add.isPending;
  return (
    <Dialog
      title={t('tag.add')}
      onClose={onClose}
      footer={
        <>
          <Button type="submit" form="tag-form" isDisabled={!ready} isLoading={add.isPending}>{t('tag.save')}</Button>
          <Button variant="link" onClick={onClose}>{t('app.cancel')}</Button>
        </>
      }
    >
      <form
        id="tag-form"
        className="ly-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) add.mutate();
        }}
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
        {add.error && <Notice kind="danger" title={problemWords(t, add.error)} />}
      </form>
    </Dialog>
  );
}
