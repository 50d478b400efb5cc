import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import type { EventType } from '../api/types';
import type { Tone } from '../ui/Mark';

/** The center's catalogue of events; it changes with the release only. */
export const eventTypesQuery = queryOptions({
  queryKey: ['event-types'],
  queryFn: async () => new Map((await answer(api.GET('/api/v1/event-types'))).items.map((type) => [type.code, type])),
  staleTime: Infinity,
});

export type EventCatalogue = ReadonlyMap<string, EventType>;

const EMPTY: EventCatalogue = new Map();

/** The catalogue; empty until it is here. */
export function useEventCatalogue(): EventCatalogue {
  return useQuery(eventTypesQuery).data ?? EMPTY;
}

/** Names a type of event in the language of the page; by its code when it is not (yet) known. */
export function useTypeWords(): (code: string) => string {
  const { i18n } = useTranslation();
  const catalogue = useEventCatalogue();
  return (code) => nameOf(catalogue, code, i18n.language);
}

export function nameOf(catalogue: EventCatalogue, code: string, language: string): string {
  return catalogue.get(code)?.[language === 'zh' ? 'zh' : 'en'] ?? code;
}

const TONES: Record<EventType['severity'], Tone> = { CRITICAL: 'critical', HIGH: 'major', MEDIUM: 'busy', LOW: 'busy', INFO: 'off' };

/** How an event of this type looks: what ends another one is good news. */
export function toneOf(catalogue: EventCatalogue, code: string, active: boolean | undefined): Tone {
  const ends = [...catalogue.values()].some((type) => type.endedBy === code);
  const type = catalogue.get(code);
  if (active === false || ends) return 'ok';
  return type === undefined ? 'off' : TONES[type.severity];
}

export interface TypeGroup {
  category: EventType['category'];
  types: EventType[];
}

/** Those whose name or code has the text, by category in the order of the catalogue. */
export function groupsOf(catalogue: EventCatalogue, text: string, language: string): TypeGroup[] {
  const wanted = text.trim().toLowerCase();
  const groups: TypeGroup[] = [];
  for (const type of catalogue.values()) {
    if (!`${nameOf(catalogue, type.code, language)} ${type.code}`.toLowerCase().includes(wanted)) continue;
    const group = groups.find((one) => one.category === type.category);
    if (group === undefined) groups.push({ category: type.category, types: [type] });
    else group.types.push(type);
  }
  return groups;
}

/** What an event says beside its type. */
export function attributeWords(attributes: Record<string, string> | undefined): string {
  return Object.entries(attributes ?? {}).map(([name, value]) => `${name}: ${value}`).join(', ');
}
