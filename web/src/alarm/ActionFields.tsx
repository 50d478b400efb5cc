import CloseIcon from '@patternfly/react-icons/dist/esm/icons/times-icon';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '../api/channelQueries';
import type { SchemeAction } from '../api/types';
import { ChannelSelect } from '../device/ChannelSelect';
import { IconButton } from '../ui/IconButton';
import { listOf } from './linkage';
import { RoleTicks } from './RoleTicks';
import { TargetField } from './TargetField';

interface Props {
  action: SchemeAction;
  onChange: (action: SchemeAction) => void;
}

type NumberName = 'before' | 'seconds' | 'afterMinutes';
type TextName = 'subject' | 'text' | 'url';
const MOST_CAMERAS: Partial<Record<SchemeAction['kind'], number>> = { RECORD: 8, SNAPSHOT: 8, POPUP: 4, PTZ_PRESET: 1, OUTPUT: 1 };

/** The fields of one action: which there are is said by its kind. */
export function ActionFields({ action, onChange }: Props) {
  const { t } = useTranslation();
  const set = (next: Partial<SchemeAction>) => onChange({ ...action, ...next });
  const number = (name: NumberName, label: string, least: number, most: number) => (
    <label className="ly-field">
      <span>{label}</span>
      <input className="ly-input ly-mono" type="number" min={least} max={most} value={action[name] ?? 0} onChange={(event) => set({ [name]: event.target.valueAsNumber })} />
    </label>
  );
  const text = (name: TextName, label: string, most: number) => (
    <label className="ly-field">
      <span>{label}</span>
      <input className="ly-input" maxLength={most} value={action[name] ?? ''} onChange={(event) => set({ [name]: event.target.value })} />
    </label>
  );
  const target = (name: 'target' | 'back', label: string) => (
    <TargetField label={label} kind={action.kind === 'OUTPUT' ? 'output' : 'preset'} channelId={action.channels?.[0]} value={action[name] ?? ''} onChange={(value) => set({ [name]: value })} />
  );
  const words = (name: 'addresses' | 'toUsers', label: string) => <Words label={label} words={action[name] ?? []} onChange={(list) => set({ [name]: list })} />;
  const { kind } = action;
  const most = MOST_CAMERAS[kind];
  return (
    <>
      {(action.afterMinutes ?? 0) > 0 && (
        <div className="ly-fields">
          {number('afterMinutes', t('linkage.minutes'), 1, 1440)}
          <label className="ly-scheme-tick">
            <input type="checkbox" checked={action.stopOnReturn ?? false} onChange={(event) => set({ stopOnReturn: event.target.checked })} />
            {t('linkage.stopOnReturn')}
          </label>
        </div>
      )}
      {most !== undefined && <Cameras ids={action.channels ?? []} most={most} onChange={(channels) => set({ channels })} />}
      {kind === 'RECORD' && <div className="ly-fields">{number('before', t('linkage.before'), 0, 25)}{number('seconds', t('linkage.after'), 5, 600)}</div>}
      {kind === 'PTZ_PRESET' && <div className="ly-fields">{target('target', t('linkage.preset'))}{number('seconds', t('linkage.backAfter'), 0, 600)}{target('back', t('linkage.backTo'))}</div>}
      {kind === 'OUTPUT' && <div className="ly-fields">{target('target', t('linkage.output'))}{number('seconds', t('linkage.on'), 1, 600)}</div>}
      {kind === 'EMAIL' && (
        <>
          {words('addresses', t('linkage.addresses'))}
          {text('subject', t('linkage.subject'), 200)}
          <label className="ly-scheme-tick">
            <input type="checkbox" checked={action.picture ?? false} onChange={(event) => set({ picture: event.target.checked })} />
            {t('linkage.picture')}
          </label>
        </>
      )}
      {kind === 'WEBHOOK' && text('url', t('linkage.url'), 500)}
      {kind === 'NOTIFY' && (
        <>
          <RoleTicks chosen={action.toRoles ?? []} onChange={(toRoles) => set({ toRoles })} />
          {words('toUsers', t('linkage.users'))}
        </>
      )}
      {(kind === 'EMAIL' || kind === 'NOTIFY') && text('text', t('linkage.text'), 500)}
    </>
  );
}

/** Words with commas between; what is typed stays as it is until the field is left. */
export function Words({ label, words, onChange }: { label: string; words: readonly string[]; onChange: (words: string[]) => void }) {
  const [typed, setTyped] = useState(words.join(', '));
  return (
    <label className="ly-field">
      <span>{label}</span>
      <input
        className="ly-input"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(listOf(event.target.value));
        }}
      />
    </label>
  );
}

function Cameras({ ids, most, onChange }: { ids: readonly string[]; most: number; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const nameOf = useChannelNames(ids, t('linkage.gone'));
  return (
    <>
      <ul className="ly-scheme-chosen">
        {ids.length === 0 && <li className="ly-muted">{t('linkage.own')}</li>}
        {ids.map((id) => {
          const name = nameOf(id);
          return <li key={id}>{name}<IconButton label={t('scheme.takeAway', { name })} icon={<CloseIcon />} onClick={() => onChange(ids.filter((one) => one !== id))} /></li>;
        })}
      </ul>
      {ids.length < most && <ChannelSelect label={t('linkage.otherCamera')} without={new Set(ids)} onChoose={(channel) => onChange([...ids, channel.id])} />}
    </>
  );
}
