import { Button } from '@patternfly/react-core';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alarm, AlarmActKind } from '../api/types';
import { useMay, useSession } from '../app/useSession';
import { FormDialog } from '../ui/FormDialog';
import { ShelveDialog } from './ShelveDialog';

interface Props {
  /** The open one; undefined when several are marked. */
  alarm: Alarm | undefined;
  count: number;
  note: string;
  noteField: RefObject<HTMLTextAreaElement | null>;
  pending: boolean;
  onNote: (note: string) => void;
  onAct: (kind: AlarmActKind, to?: string) => void;
}

/** What can be done about the alarm or the marked ones; always at the same place, and each always there. */
export function AlarmActs({ alarm, count, note, noteField, pending, onNote, onAct }: Props) {
  const { t } = useTranslation();
  const me = useSession().username;
  const mayTakeOver = useMay('alarm.takeover');
  const [forwarding, setForwarding] = useState(false);
  const [shelving, setShelving] = useState(false);
  const closed = alarm !== undefined && alarm.handling !== 'PENDING' && alarm.handling !== 'PROCESSING';
  const foreign = alarm?.owner !== undefined && alarm.owner !== me;
  const own = alarm?.owner === me;
  const can = count > 0 && !pending && alarm?.gone !== true;
  const button = (kind: AlarmActKind, enabled: boolean, variant: 'primary' | 'secondary' = 'secondary') => (
    <Button size="sm" variant={variant} isDisabled={!can || !enabled} onClick={() => (kind === 'FORWARD' ? setForwarding(true) : onAct(kind))}>{t(`alarm.act.${kind}`)}</Button>
  );
  return (
    <div className="ly-alarm-acts" role="group" aria-label={t('alarm.acts')}>
      <textarea ref={noteField} aria-label={t('alarm.note')} placeholder={t('alarm.note')} rows={2} maxLength={1024} value={note} onChange={(event) => onNote(event.target.value)} onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()} />
      <div className="ly-alarm-buttons">
        {closed ? button('REOPEN', true, 'primary') : foreign && mayTakeOver ? button('TAKE_OVER', true, 'primary') : button('CLAIM', !own && !foreign, 'primary')}
        {button('RESOLVE', !closed && !foreign)}
        {button('FALSE_ALARM', !closed && !foreign)}
        {button('IGNORE', !closed && !foreign)}
        {button('FORWARD', !closed && !foreign)}
        {button('RELEASE', own)}
        {button('COMMENT', note.trim() !== '')}
        <Button size="sm" variant="secondary" isDisabled={alarm === undefined || alarm.gone || closed} onClick={() => setShelving(true)}>{t('alarm.shelve.act')}</Button>
      </div>
      {shelving && alarm !== undefined && <ShelveDialog alarm={alarm} onClose={() => setShelving(false)} />}
      {forwarding && alarm !== undefined && (
        <Forward
          alarm={alarm}
          onClose={() => setForwarding(false)}
          onForward={(to) => {
            setForwarding(false);
            onAct('FORWARD', to);
          }}
        />
      )}
    </div>
  );
}

function Forward({ alarm, onForward, onClose }: { alarm: Alarm; onForward: (to: string) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const [to, setTo] = useState('');
  return (
    <FormDialog
      title={t('alarm.forwardTitle', { number: alarm.number })}
      submit={t('alarm.act.FORWARD')}
      ready={to.trim() !== ''}
      pending={false}
      error={null}
      onSubmit={() => onForward(to.trim())}
      onClose={onClose}
    >
      <label className="ly-alarm-field">{t('alarm.forwardTo')}<input value={to} maxLength={255} autoComplete="off" onChange={(event) => setTo(event.target.value)} /></label>
    </FormDialog>
  );
}
