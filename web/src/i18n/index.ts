import i18next, { type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import { zh } from './zh';

export type Language = 'en' | 'zh';
export type T = TFunction;

const KEY = 'lynceus.language';

function preferred(): Language {
  const kept = localStorage.getItem(KEY);
  if (kept === 'en' || kept === 'zh') return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function currentLanguage(): Language {
  return i18next.language === 'zh' ? 'zh' : 'en';
}

export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: preferred(),
    fallbackLng: 'en',
    resources: { en: { translation: en }, zh: { translation: zh } },
    interpolation: { escapeValue: false },
  });
  mark();
}

export async function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  await i18next.changeLanguage(language);
  mark();
}

function mark(): void {
  document.documentElement.lang = currentLanguage() === 'zh' ? 'zh-CN' : 'en';
}
