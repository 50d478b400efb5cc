import i18next, { type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Words } from './en';
import type { RestWords } from './en.rest';

export type Language = 'en' | 'zh';
export type T = TFunction;

const KEY = 'lynceus.language';

/** Only the language in use is loaded. */
const WORDS: Record<Language, () => Promise<Words>> = {
  en: async () => (await import('./en')).en,
  zh: async () => (await import('./zh')).zh,
};

/** Those that live can do without, from the first other page on. */
const REST_OF_WORDS: Record<Language, () => Promise<RestWords>> = {
  en: async () => (await import('./en.rest')).rest,
  zh: async () => (await import('./zh.rest')).rest,
};
let restWanted = false;

/** Pages are loaded as soon as the address is known, which may be before the language is. */
let begun: () => void;
const started = new Promise<void>((resolve) => {
  begun = resolve;
});

function preferred(): Language {
  const kept = localStorage.getItem(KEY);
  if (kept === 'en' || kept === 'zh') return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function currentLanguage(): Language {
  return i18next.language === 'zh' ? 'zh' : 'en';
}

export async function startLanguage(): Promise<void> {
  const language = preferred();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await WORDS[language]() } },
    interpolation: { escapeValue: false },
  });
  begun();
  mark();
}

/** The choice is kept before the words are there: a page that is left meanwhile comes up in it. */
export async function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await WORDS[language]());
  }
  if (restWanted) await addRest(language);
  await i18next.changeLanguage(language);
  mark();
}

/** To be awaited before any page but live is shown. */
export async function restOfWords(): Promise<void> {
  restWanted = true;
  await started;
  await addRest(currentLanguage());
}

async function addRest(language: Language): Promise<void> {
  i18next.addResourceBundle(language, 'translation', await REST_OF_WORDS[language](), true);
}

function mark(): void {
  document.documentElement.lang = currentLanguage() === 'zh' ? 'zh-CN' : 'en';
}
