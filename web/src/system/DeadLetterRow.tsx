import { Button } from '@patternfly/react-core';
import { Td, Tr } from '@patternfly/react-table';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadLetter } from '../api/types';
import { timeText } from '../ui/format';

interface Props {
  letter: DeadLetter;
  busy: boolean;
  onReplay: () => void;
  onDrop: () => void;
}

/** A message that was put aside; what it said is shown below it on demand. */
export function DeadLetterRow({ letter, busy, onReplay, onDrop }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <Tr>
        <Td dataLabel={t('dead.at')}><time dateTime={letter.buriedAt}>{timeText(letter.buriedAt)}</time></Td>
        <Td dataLabel={t('dead.from')}>{letter.from === undefined ? <span className="ly-muted">{t('dead.unknownFrom')}</span> : <span className="ly-mono">{letter.from}</span>}</Td>
        <Td dataLabel={t('dead.reason')}><span className="ly-dead-reason">{letter.reason ?? t('dead.byBroker')}</span></Td>
        <Td dataLabel={t('dead.tries')}><span className="ly-mono">{letter.tries ?? '–'}</span></Td>
        <Td dataLabel={t('dead.acts')}>
          <span className="ly-dead-acts">
            <Button variant="link" isInline aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>{open ? t('dead.hide') : t('dead.show')}</Button>
            <Button variant="link" isInline isDisabled={busy || letter.from === undefined} onClick={onReplay}>{t('dead.replay')}</Button>
            <Button variant="link" isInline isDanger onClick={onDrop}>{t('dead.drop')}</Button>
          </span>
        </Td>
      </Tr>
      {open && (
        <Tr id={id}>
          <Td colSpan={5} dataLabel={t('dead.body')}>
            <pre className="ly-dead-body" tabIndex={0} aria-label={t('dead.body')}>{letter.body}</pre>
            {letter.length > letter.body.length && <p className="ly-muted">{t('dead.cut', { shown: letter.body.length, total: letter.length })}</p>}
          </Td>
        </Tr>
      )}
    </>
  );
}
