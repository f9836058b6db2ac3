/** Light or dark: as the system has it, unless the user chose. The dark colours are a style sheet of their own. */
import { keep, kept } from './kept.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const system = '(prefers-color-scheme: dark)';

export function chosenTheme(): Theme {
  return themes.find((theme) => theme === kept('theme')) ?? 'auto';
}

export function chooseTheme(theme: Theme): void {
  keep('theme', theme);
  applyTheme(theme);
}

export function applyTheme(theme: Theme): void {
  const sheet = document.querySelector<HTMLLinkElement>('#dark');
  if (sheet) sheet.media = { auto: system, light: 'not all', dark: 'all' }[theme];
  tellWatchers();
}

export function isDark(): boolean {
  const theme = chosenTheme();
  return theme === 'dark' || (theme === 'auto' && matchMedia(system).matches);
}

const watchers = new Set<() => void>();

/** Tells when the colours change, by the user's hand or the system's. @returns how to stop */
export function onTheme(changed: () => void): () => void {
  if (watchers.size === 0) matchMedia(system).addEventListener('change', tellWatchers);
  watchers.add(changed);
  return () => watchers.delete(changed);
}

function tellWatchers(): void {
  for (const changed of watchers) changed();
}
