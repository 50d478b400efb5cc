import { useTranslation } from 'react-i18next';
import { CENTRAL, FUNCTIONS, toggled, wordKey, type FunctionGroup } from './roles';

interface Props {
  chosen: readonly string[];
  /** Only these can be ticked; without it all. */
  of?: readonly string[];
  onChange: (functions: string[]) => void;
}

/** The functions, to tick, by what they are about. */
export function FunctionTicks({ chosen, of, onChange }: Props) {
  const { t } = useTranslation();
  const groups = (Object.keys(FUNCTIONS) as FunctionGroup[]).filter((group) => of === undefined || !CENTRAL.includes(group));
  return (
    <div className="ly-functions">
      {groups.map((group) => {
        const words = FUNCTIONS[group].filter((word) => of === undefined || of.includes(word));
        if (words.length === 0) return null;
        return (
          <fieldset key={group} title={CENTRAL.includes(group) ? t('role.center') : undefined}>
            <legend>{t(`role.group.${group}`)}</legend>
            {words.map((word) => (
              <label key={word}>
                <input type="checkbox" checked={chosen.includes(word)} onChange={() => onChange(toggled(chosen, word))} />
                {t(wordKey(word))}
              </label>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
