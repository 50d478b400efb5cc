import 'i18next';
import type { Words } from './en';
import type { RestWords } from './en.rest';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Words & RestWords };
    enableSelector: false;
  }
}
