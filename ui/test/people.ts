import type { DeviceStatus, Role, RoleAct, SessionView } from '../src/ipc/types';

/** What the core says that each function may do. */
const MAY: Record<Role, RoleAct[]> = {
  reception: ['meet_people'],
  caseworker: ['meet_people', 'follow_cases', 'keep_directory', 'import_lists'],
  field: ['meet_people', 'follow_cases', 'keep_directory'],
  specialist: ['meet_people', 'follow_cases', 'keep_directory'],
  director: [
    'meet_people',
    'follow_cases',
    'oversee_cases',
    'keep_directory',
    'keep_accounts',
    'import_lists',
    'export_lists',
  ],
  reader: [],
  administrator: ['keep_directory', 'keep_accounts'],
};

/** Somebody in another function. */
export function acting(user: SessionView, role: Role): SessionView {
  return { ...user, role, may: MAY[role] };
}

/** People who do not exist. */
export const latifa: SessionView = {
  staff: '0193a000-0000-7000-8000-000000000001',
  name_ar: 'لطيفة بنعلي',
  name_lat: 'Latifa Benali',
  role: 'caseworker',
  may: MAY.caseworker,
  sex: 'female',
};

export const youssef: SessionView = {
  staff: '0193a000-0000-7000-8000-000000000002',
  name_ar: 'يوسف العمراني',
  name_lat: 'Youssef El Amrani',
  role: 'caseworker',
  may: MAY.caseworker,
  sex: 'male',
};

export const lockedDevice: DeviceStatus = {
  state: 'locked',
  users: [latifa, youssef],
  center: { name_ar: 'مركز المساعدة الاجتماعية بالقنيطرة', name_fr: "Centre d'assistance sociale de Kénitra" },
  language: 'ar',
  retry_after_seconds: null,
  session: null,
  keeps_slip: false,
  auto_lock_minutes: 10,
  version: '0.1.0',
  today: '2026-11-23',
};

export const openDevice: DeviceStatus = { ...lockedDevice, state: 'unlocked', session: latifa };

export const emptyDevice: DeviceStatus = { ...lockedDevice, state: 'empty', users: [], center: null };
