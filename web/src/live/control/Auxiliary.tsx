import { useTranslation } from 'react-i18next';
import { auxiliaryThings } from './auxiliary';
import { sendAuxiliary } from './controlCalls';

interface Props {
  channelId: string;
  commands: readonly string[];
  failed: (error: unknown) => void;
}

/** Wiper, lamps and the like: a row for each thing that the camera names. */
export function Auxiliary({ channelId, commands, failed }: Props) {
  const { t } = useTranslation();
  const named = (name: string) => (isKnown(name) ? t(`control.auxiliary.${name}`) : name);
  const worded = (word: string) => (word === 'On' ? t('control.on') : word === 'Off' ? t('control.off') : word || t('control.run'));
  return auxiliaryThings(commands).map((thing) => (
    <div key={thing.name} className="ly-control-row" role="group" aria-label={named(thing.name)}>
      <span title={thing.name}>{named(thing.name)}</span>
      {thing.commands.map(({ command, word }) => (
        <button key={command} type="button" onClick={() => { sendAuxiliary(channelId, command).catch(failed); }}>{worded(word)}</button>
      ))}
    </div>
  ));
}

const KNOWN = ['Wiper', 'Washer', 'WashingProcedure', 'IRLamp'] as const;

function isKnown(name: string): name is (typeof KNOWN)[number] {
  return KNOWN.some((known) => known === name);
}
