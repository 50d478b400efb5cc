import { Button } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTypeWords } from '../event/eventTypes';
import { problemWords } from '../i18n/problemWords';
import { timeText } from '../ui/format';
import { Notice } from '../ui/Notice';
import { shelvesQuery, useEndShelf } from './shelves';

/** What is held back now, until when, why and by whom. */
export function ShelfList() {
  const { t } = useTranslation();
  const typeWords = useTypeWords();
  const shelves = useQuery(shelvesQuery).data ?? [];
  const end = useEndShelf();
  return (
    <>
      {end.error && <Notice kind="danger" title={problemWords(t, end.error)} />}
      <ul className="ly-shelves" aria-label={t('alarm.shelve.now')}>
        {shelves.map((shelf) => (
          <li key={shelf.id}>
            <span>
              {shelf.name}
              {shelf.type !== undefined && `, ${typeWords(shelf.type)}`}: {t('alarm.shelve.until', { time: timeText(shelf.endsAt), by: shelf.by, reason: shelf.reason })}
            </span>
            <Button variant="link" isInline isDisabled={end.isPending} onClick={() => end.mutate(shelf.id)}>{t('alarm.shelve.end')}</Button>
          </li>
        ))}
      </ul>
    </>
  );
}
