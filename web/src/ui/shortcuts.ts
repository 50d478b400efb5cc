import { useEffect, useRef } from 'react';

/**
 * The keyboard of the application. A page declares its keys; one listener serves them and the help overlay lists
 * them. `keys` are values of KeyboardEvent.key; a sequence is written with a blank (`g l`).
 */
export interface Shortcut {
  keys: readonly string[];
  label: string;
  run: (key: string, event: KeyboardEvent) => void;
}

export type Scope = 'everywhere' | 'page';

const registered: Record<Scope, Map<symbol, { current: readonly Shortcut[] }>> = { everywhere: new Map(), page: new Map() };
const SEQUENCE_MILLIS = 1_200;
let prefix: { key: string; at: number } | undefined;

export function shortcutsOf(scope: Scope): Shortcut[] {
  return [...registered[scope].values()].flatMap((ref) => [...ref.current]);
}

export function useShortcuts(scope: Scope, shortcuts: readonly Shortcut[]): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  useEffect(() => {
    const id = Symbol(scope);
    registered[scope].set(id, current);
    return () => void registered[scope].delete(id);
  }, [scope]);
}

export function listenForShortcuts(): () => void {
  const listener = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector('[role=dialog]') !== null) return;
    const sequence = prefix !== undefined && event.timeStamp - prefix.at < SEQUENCE_MILLIS ? `${prefix.key} ${event.key}` : undefined;
    prefix = undefined;
    const all = [...shortcutsOf('page'), ...shortcutsOf('everywhere')];
    const key = sequence !== undefined && all.some((s) => s.keys.includes(sequence)) ? sequence : event.key;
    if (isHandledByFocus(event)) return;
    const found = all.find((s) => s.keys.includes(key));
    if (found !== undefined) {
      event.preventDefault();
      found.run(key, event);
    } else if (all.some((s) => s.keys.some((k) => k.startsWith(`${event.key} `)))) {
      prefix = { key: event.key, at: event.timeStamp };
    }
  };
  window.addEventListener('keydown', listener);
  return () => window.removeEventListener('keydown', listener);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select, [contenteditable=true]');
}

/** Space and Enter belong to the focused button, arrows to the focused menu, tree or slider. */
function isHandledByFocus(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (target === null) return false;
  if (event.key === ' ' || event.key === 'Enter') return target.matches('button, a, input, summary, [role=option], [role=treeitem]');
  if (event.key.startsWith('Arrow')) return target.closest('[role=menu], [role=tree], [role=grid].ly-calendar') !== null;
  return false;
}
