import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../i18n/problemWords';
import { FormDialog } from '../ui/FormDialog';
import { Notice } from '../ui/Notice';
import { DeadLetterRow } from './DeadLetterRow';
import { deadLettersQuery, useDeadLetterAct } from './deadLetters';
import './dead.css';
import { StatusTable } from './StatusTable';

/** What could not be handled, with the reason; to try it again or to drop it. */
export function DeadLetterTable() {
  const { t } = useTranslation();
  const letters = useQuery(deadLettersQuery);
  const replay = useDeadLetterAct('replay');
  const drop = useDeadLetterAct('drop');
  const [dropped, setDropped] = useState<string>();
  const error = letters.error ?? replay.error;
  const items = letters.data?.items ?? [];
  const total = letters.data?.total ?? 0;
  const columns = (['at', 'from', 'reason', 'tries', 'acts'] as const).map((column) => t(`dead.${column}`));
  if (items.length === 0) {
    return (
      <section>
        <h2>{t('dead.title')}</h2>
        {error && <Notice kind="danger" title={problemWords(t, error)} />}
        {letters.data && <p className="ly-muted">{t('dead.none')}</p>}
      </section>
    );
  }
  return (
    <>
      <StatusTable title={t('dead.title')} columns={columns}>
        {items.map((letter) => (
          <DeadLetterRow
            key={letter.id}
            letter={letter}
            busy={replay.isPending}
            onReplay={() => replay.mutate(letter.id)}
            onDrop={() => setDropped(letter.id)}
          />
        ))}
      </StatusTable>
      <div className="ly-dead-foot">
        {error && <Notice kind="danger" title={problemWords(t, error)} />}
        <p className="ly-muted">
          {t('dead.hint')} {total > items.length && t('dead.more', { shown: items.length, total })}
        </p>
      </div>
      {dropped !== undefined && (
        <FormDialog
          title={t('dead.dropTitle')}
          submit={t('dead.dropIt')}
          danger
          ready
          pending={drop.isPending}
          error={drop.error}
          onSubmit={() => drop.mutate(dropped, { onSuccess: () => setDropped(undefined) })}
          onClose={() => setDropped(undefined)}
        >
          <p>{t('dead.dropText')}</p>
        </FormDialog>
      )}
    </>
  );
}
