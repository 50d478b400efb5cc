import '../ptz/ptz.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../api/serverClock';
import { problemWords } from '../../i18n/problemWords';
import { shortTimeText } from '../../ui/format';
import { outputsQuery, switchOutput } from './controlCalls';

type Contacts = NonNullable<ReturnType<typeof useContacts>['data']>;
type Output = Contacts['outputs'][number];

function useContacts(channelId: string) {
  return useQuery(outputsQuery(channelId));
}

/** Outputs of the camera's device to switch, and what its inputs said last. */
export function OutputsPanel({ channelId, onClose }: { channelId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const contacts = useContacts(channelId);
  const client = useQueryClient();
  const [failed, setFailed] = useState<unknown>();
  const set = (output: Output, active: boolean) => {
    switchOutput(channelId, output.token, active).then(() => {
      setFailed(undefined);
      if (output.bistable) {
        client.setQueryData(outputsQuery(channelId).queryKey, (old) => old && {
          ...old, outputs: old.outputs.map((one) => (one.token === output.token ? { ...one, active } : one)),
        });
      }
    }, setFailed);
  };
  const problem = failed ?? contacts.error;
  return (
    <div
      className="ly-ptz ly-outputs"
      role="group"
      aria-label={t('control.outputs')}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => { event.stopPropagation(); if (event.key === 'Escape') onClose(); }}
    >
      <div className="ly-control-head">
        <strong>{t('control.outputs')}</strong>
        <button type="button" autoFocus aria-label={t('ptz.close')} title={t('ptz.close')} onClick={onClose}>×</button>
      </div>
      {contacts.isPending && <p>{t('app.loading')}</p>}
      {contacts.data?.outputs.length === 0 && contacts.data.inputs.length === 0 && <p>{t('control.noOutputs')}</p>}
      {contacts.data?.outputs.map((output, i) => (
        <OutputRow key={output.token} number={i + 1} output={output} onSet={(active) => set(output, active)} />
      ))}
      {contacts.data?.inputs.map((input, i) => (
        <div key={input.token} className="ly-control-row">
          <span title={input.token}>{t('control.input', { number: i + 1 })}</span>
          <State active={input.active} since={input.since} />
        </div>
      ))}
      {problem !== null && problem !== undefined && <p className="ly-ptz-why" role="alert">{problemWords(t, problem)}</p>}
    </div>
  );
}

function OutputRow({ number, output, onSet }: { number: number; output: Output; onSet: (active: boolean) => void }) {
  const { t } = useTranslation();
  const name = t('control.output', { number });
  const pulse = output.seconds === undefined ? t('control.pulse') : t('control.pulseOf', { seconds: output.seconds });
  return (
    <div className="ly-control-row" role="group" aria-label={name}>
      <span title={output.token}>{name}</span>
      <State active={output.active} since={output.since} />
      {output.bistable ? (
        <>
          <button type="button" aria-pressed={output.active === true} onClick={() => onSet(true)}>{t('control.on')}</button>
          <button type="button" aria-pressed={output.active === false} onClick={() => onSet(false)}>{t('control.off')}</button>
        </>
      ) : (
        <button type="button" className="ly-control-wide" onClick={() => onSet(true)}>{pulse}</button>
      )}
    </div>
  );
}

/** What was told last; shape and word, not only colour. */
function State({ active, since }: { active: boolean | undefined; since: string | undefined }) {
  const { t } = useTranslation();
  const word = active === undefined ? t('control.unknown') : active ? t('control.active') : t('control.inactive');
  const told = since === undefined ? '' : ` ${shortTimeText(since, serverNow())}`;
  return <span className="ly-control-state" title={told.trim()}>{active === true ? '●' : active === false ? '○' : '?'} {word}</span>;
}
