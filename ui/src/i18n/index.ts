export * from './bdi';
export * from './dates';
export { INTL_LOCALE, keptLanguage, LANGUAGES, LocaleProvider, useLanguage } from './locale';
export { loadMessages, type MessageKey, type Messages } from './messages';
export * from './money';
export * from './names';
export { formatPhone, latinDigits } from './phones';
export { dotted, isolate, type T, useCodeText, useErrorText, useT, type Values } from './text';
