import { useCallback } from 'react';
import { formatPhone, isolate, useCodeText, useDates, useT } from '../i18n';

/** Fields whose value is a code, and the family of its words. */
const FAMILIES: Record<string, string> = {
  sex: 'sex',
  safe_contact: 'safe_contact',
  document_type: 'document_type',
  kinship: 'kinship',
  source: 'source',
  urgency: 'urgency',
  orientation: 'orientation',
  case_type: 'case_type',
  confidentiality: 'confidentiality',
  service_type: 'service_type',
  partner_type: 'partner_type',
  purposes: 'purpose',
  shared: 'shared_item',
  outcome: 'visit_outcome',
  role: 'role',
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** A value of a record as a person would read it: never a code, never an id. */
export function useValueText(): (kind: string, field: string, value: unknown) => string {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  return useCallback(
    (kind, field, value) => {
      const show = (one: unknown): string => {
        if (one === null || one === undefined || one === '') return t('value.empty');
        if (typeof one === 'boolean') return t(one ? 'value.yes' : 'value.no');
        if (typeof one === 'number')
          return field === 'amount' ? t('service.dirhams', { amount: one / 100 }) : String(one);
        if (Array.isArray(one)) return one.length === 0 ? t('value.empty') : one.map(show).join(t('list.comma'));
        const text = String(one);
        if (field === 'status') {
          return code(kind === 'appointment' ? 'appointment_status' : 'document_status', text);
        }
        if (field === 'kind') return code(kind === 'visit' ? 'visit_kind' : 'note_kind', text);
        const family = FAMILIES[field];
        if (family !== undefined) return code(family, text);
        if (field === 'phone') return isolate(formatPhone(text));
        if (DAY.test(text)) return dates.full(text);
        if (INSTANT.test(text)) return `${dates.full(text.slice(0, 10))} ${dates.time(text)}`;
        return text;
      };
      return show(value);
    },
    [t, code, dates],
  );
}

/** Fields that only tie records together: nothing to read in them. */
const TIES = new Set([
  'person',
  'case',
  'staff',
  'household',
  'reception',
  'instance',
  'partner',
  'by',
  'at',
  'opened_by',
  'created_by',
  'recorded_by',
  'performed_by',
  'received_by',
  'consent',
  'referral',
  'to_center',
  'named',
  'corrects',
]);

export function isReadable(field: string): boolean {
  return !TIES.has(field);
}
