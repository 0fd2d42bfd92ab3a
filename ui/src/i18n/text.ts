import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { CommandError } from '../ipc';
import type { MessageKey } from './messages';

export type Values = Record<string, string | number | null | undefined>;
export type T = (key: MessageKey, values?: Values) => string;

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Keeps an inserted name, code or date from reordering the sentence around it. */
export function isolate(value: string): string {
  return `${FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}`;
}

const ARABIC = /\p{Script=Arabic}/u;
const OTHER = /(?!\p{Script=Arabic})\p{L}/u;

/** Parts of a line that is one text (a title, what is read aloud): each in its own direction, none of them empty. */
export function dotted(...parts: readonly (string | null | undefined | false)[]): string {
  const shown = parts.filter((part): part is string => typeof part === 'string' && part.trim() !== '');
  const line = shown.join(' · ');
  // In one script there is nothing to keep apart. The first, in the words of the interface, gives the line its direction.
  const isMixed = ARABIC.test(line) && OTHER.test(line);
  return isMixed ? shown.map((part, index) => (index === 0 ? part : isolate(part))).join(' · ') : line;
}

/** Whether a value decides between words of the message (`female`, `overdue`) rather than being shown in it. */
function chooses(name: string, message: unknown): boolean {
  return typeof message === 'string' && new RegExp(`\\{\\s*${name}\\s*,\\s*select`).test(message);
}

function prepare(values: Values | undefined, message: unknown): Record<string, string | number> {
  // Words that agree with a person need a sex, known or not.
  const prepared: Record<string, string | number> = { sex: 'other' };
  for (const [name, value] of Object.entries(values ?? {})) {
    if (value === null || value === undefined) prepared[name] = name === 'sex' ? 'other' : '';
    else if (typeof value === 'string' && !chooses(name, message)) prepared[name] = isolate(value);
    else prepared[name] = value;
  }
  return prepared;
}

/** The words of the current language. */
export function useT(): T {
  const intl = useIntl();
  return useCallback((key, values) => intl.formatMessage({ id: key }, prepare(values, intl.messages[key])), [intl]);
}

/** Words for a code that comes from the core (`role.…`, `case_state.…`); the code itself when the locales lack it. */
export function useCodeText(): (family: string, code: string | null | undefined, values?: Values) => string {
  const intl = useIntl();
  return useCallback(
    (family, code, values) => {
      if (code === null || code === undefined || code === '') return '';
      const id = `${family}.${code}`;
      return id in intl.messages ? intl.formatMessage({ id }, prepare(values, intl.messages[id])) : code;
    },
    [intl],
  );
}

/** What an error says to the person: what happened, that nothing was lost, what to do. */
export function useErrorText(): (error: CommandError) => string {
  const intl = useIntl();
  return useCallback(
    (error) => {
      const id = `error.${error.code}`;
      const values = prepare(
        Object.fromEntries(
          Object.entries(error.args).map(([k, v]) => [k, typeof v === 'string' || typeof v === 'number' ? v : null]),
        ),
        intl.messages[id],
      );
      // A field is named in words; one without words is left out rather than shown as a code.
      const field = `field_name.${String(error.args.field)}`;
      values.field = field in intl.messages ? intl.formatMessage({ id: field }) : '';
      return id in intl.messages
        ? intl.formatMessage({ id }, values)
        : intl.formatMessage({ id: 'error.other' }, prepare({ code: error.code.toUpperCase() }, null));
    },
    [intl],
  );
}
