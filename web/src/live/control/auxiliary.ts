/** Auxiliary commands by what they are about; ONVIF writes them as `tt:Wiper|On`. */
export interface AuxiliaryThing {
  /** For example `Wiper`, or the whole command when it is written otherwise. */
  name: string;
  commands: { command: string; word: string }[];
}

export function auxiliaryThings(commands: readonly string[]): AuxiliaryThing[] {
  const things = new Map<string, AuxiliaryThing>();
  for (const command of commands) {
    const [, name = command, word = ''] = /^(?:\w+:)?([^|]+)\|(.+)$/.exec(command) ?? [];
    const thing = things.get(name) ?? { name, commands: [] };
    thing.commands.push({ command, word });
    things.set(name, thing);
  }
  return [...things.values()];
}
