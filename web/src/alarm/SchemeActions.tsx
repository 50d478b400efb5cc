import CloseIcon from '@patternfly/react-icons/dist/esm/icons/times-icon';
import { useTranslation } from 'react-i18next';
import type { SchemeAction } from '../api/types';
import { IconButton } from '../ui/IconButton';
import { ActionFields } from './ActionFields';
import { newAction, OFFERED, type OfferedKind } from './linkage';
import './linkage.css';

interface Props {
  actions: readonly SchemeAction[];
  onChange: (actions: SchemeAction[]) => void;
}

const FIRST_STEP_MINUTES = 5;

/** What is done when an alarm is raised, and what if nobody has it some minutes later. */
export function SchemeActions({ actions, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Group title={t('linkage.atOnce')} add={t('linkage.add')} later={false} actions={actions} onChange={onChange} />
      {actions.every((one) => (one.afterMinutes ?? 0) > 0) && <p className="ly-muted">{t('linkage.none')}</p>}
      <Group title={t('linkage.escalate')} add={t('linkage.addStep')} later actions={actions} onChange={onChange} />
    </>
  );
}

function Group({ title, add, later, actions, onChange }: Props & { title: string; add: string; later: boolean }) {
  const { t } = useTranslation();
  const set = (index: number, action: SchemeAction) => onChange(actions.map((old, at) => (at === index ? action : old)));
  const last = Math.max(0, ...actions.map((one) => one.afterMinutes ?? 0));
  return (
    <fieldset className="ly-scheme-sources">
      <legend>{title}</legend>
      <ul className="ly-actions-edited">
        {actions.map((action, index) =>
          (action.afterMinutes ?? 0) > 0 === later && (
            <li key={index}>
              <div className="ly-action-head">
                <strong>{t(`linkage.kind.${action.kind}`)}</strong>
                <IconButton label={t('linkage.takeAway', { name: t(`linkage.kind.${action.kind}`) })} icon={<CloseIcon />} onClick={() => onChange(actions.filter((_, at) => at !== index))} />
              </div>
              <ActionFields action={action} onChange={(next) => set(index, next)} />
            </li>
          ))}
      </ul>
      <select
        className="ly-select"
        aria-label={add}
        value=""
        onChange={(event) => onChange([...actions, newAction(event.target.value as OfferedKind, later ? last + FIRST_STEP_MINUTES : 0)])}
      >
        <option value="">{add}</option>
        {OFFERED.map((kind) => <option key={kind} value={kind}>{t(`linkage.kind.${kind}`)}</option>)}
      </select>
    </fieldset>
  );
}
