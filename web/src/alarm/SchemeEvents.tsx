import { useTranslation } from 'react-i18next';
import type { AlarmScheme } from '../api/types';
import { useTypeWords } from '../event/eventTypes';
import { conditionText } from './conditions';

const MOST = 3;

/** Which events a scheme is about, and what else it asks, in a few words. */
export function SchemeEvents({ scheme }: { scheme: AlarmScheme }) {
  const { t } = useTranslation();
  const words = useTypeWords();
  const names = (types: readonly string[]) => types.map((type) => words(type));
  const all = names(scheme.types);
  const before = scheme.onlyAfter;
  const asked = scheme.conditions.map((one) => conditionText(t, one));
  if (before !== undefined) asked.push(t('scheme.after.listed', { seconds: before.seconds, types: names(before.types).join(t('scheme.comma')) }));
  return (
    <>
      <span title={all.length > MOST ? all.join(t('scheme.comma')) : undefined}>
        {all.slice(0, MOST).join(t('scheme.comma'))}
        {all.length > MOST && t('scheme.andMore', { count: all.length - MOST })}
      </span>
      {asked.map((text) => <div key={text} className="ly-muted">{text}</div>)}
    </>
  );
}
