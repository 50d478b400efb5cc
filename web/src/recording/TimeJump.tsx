import { TextInput } from '@patternfly/react-core';
import { useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { parseTimeJump } from './timeJump';

interface Props {
  day: number;
  now: number;
  inputRef: Ref<HTMLInputElement>;
  onJump: (at: number) => void;
}

/** A typed time; Enter goes there, what is no time is said at once. */
export function TimeJump({ day, now, inputRef, onJump }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const go = () => {
    const at = parseTimeJump(text, day, now);
    setWrong(at === undefined && text !== '');
    if (at === undefined) return;
    setText('');
    onJump(at);
  };
  return (
    <form
      className="ly-jump"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <TextInput
        ref={inputRef}
        className="ly-mono"
        aria-label={t('playback.jump')}
        placeholder={t('playback.jump')}
        title={t('playback.jumpHint')}
        value={text}
        validated={wrong ? 'error' : 'default'}
        aria-describedby={wrong ? 'jump-wrong' : undefined}
        onChange={(_, next) => {
          setText(next);
          setWrong(false);
        }}
      />
      {wrong && <span id="jump-wrong" role="alert" className="ly-jump-wrong">{t('playback.jumpWrong')}</span>}
    </form>
  );
}
