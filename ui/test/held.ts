import { type AttachmentView, type Center, type Kind, RECORDS, type RecordView } from '../src/ipc/types';
import { day, staff } from './cards';
import { latifa } from './people';

/** Records as a view holds them. */

export function held<R>(id: string, record: R): RecordView<R> {
  return { id, record, seen: `seen-${id}`, conflicts: [], only_here: false, pending: false };
}

/** A record of which nothing is said: each declared field, empty. */
export function nothingOf<R>(kind: Kind): R {
  const fields = Object.entries(RECORDS[kind]).map(([name, field]) => [name, field.many === true ? [] : null]);
  return Object.fromEntries(fields) as R;
}

export const partner = held('q1', {
  name_ar: 'مركز الاستماع «الأمل»',
  name_fr: "Centre d'écoute Al Amal",
  partner_type: 'shelter' as const,
  center: null,
  services: 'إيواء مؤقت، استماع',
  province: null,
  commune: null,
  address: null,
  phone: '+212537000000',
  email: null,
  hours: '09:00 – 16:00',
  assured_on: day(-20),
  inactive: null,
});

export const centerRecord: Center = {
  name_ar: 'مركز المساعدة الاجتماعية',
  name_fr: "Centre d'assistance sociale",
  center_type: 'cas',
  province: '04.281',
  commune: null,
  code: 'KEN',
  address: null,
  phone: null,
};

export function attachment(id: string, more: Partial<AttachmentView> = {}): AttachmentView {
  return {
    id,
    case: null,
    document: null,
    purpose: 'identity_paper',
    name: null,
    media_type: 'image/jpeg',
    size: 48_000,
    day: day(-3),
    staff: staff(latifa),
    place: 'at_hub',
    may_withdraw: more.withdrawn_on === undefined || more.withdrawn_on === null,
    withdrawn_on: null,
    withdrawn_reason: null,
    seen: `seen-${id}`,
    conflicts: [],
    ...more,
  };
}
