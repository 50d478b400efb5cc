import { useTranslation } from 'react-i18next';
import type { NewAlarmScheme } from '../api/types';
import { Words } from './ActionFields';
import { RoleTicks } from './RoleTicks';

/** Who gets the alarms of a scheme; nobody named: whoever may see the source. */
export function SchemeRecipients({ form, onChange }: { form: NewAlarmScheme; onChange: (next: Partial<NewAlarmScheme>) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className="ly-scheme-sources">
      <legend>{t('linkage.recipients')}</legend>
      <p className="ly-muted">{t('linkage.recipientsHint')}</p>
      <RoleTicks chosen={form.toRoles} onChange={(toRoles) => onChange({ toRoles })} />
      <Words label={t('linkage.users')} words={form.toUsers} onChange={(toUsers) => onChange({ toUsers })} />
    </fieldset>
  );
}
