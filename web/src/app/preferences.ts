import { useSyncExternalStore } from 'react';

/** The theme: dark unless the user chose otherwise; kept in this browser. */
export type Theme = 'dark' | 'light';

const KEY = 'lynceus.theme';
const DARK = 'pf-v6-theme-dark';
const listeners = new Set<() => void>();

function current(): Theme {
  return document.documentElement.classList.contains(DARK) ? 'dark' : 'light';
}

export function startTheme(): void {
  document.documentElement.classList.toggle(DARK, localStorage.getItem(KEY) !== 'light');
}

export function switchTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  document.documentElement.classList.toggle(DARK, theme === 'dark');
  listeners.forEach((listener) => listener());
}

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);
}
