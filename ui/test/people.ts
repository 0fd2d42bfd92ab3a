import type { DeviceStatus, SessionView } from '../src/ipc/types';

/** People who do not exist. */
export const latifa: SessionView = {
  staff: '0193a000-0000-7000-8000-000000000001',
  name_ar: 'لطيفة بنعلي',
  name_lat: 'Latifa Benali',
  role: 'caseworker',
  sex: 'female',
};

export const youssef: SessionView = {
  staff: '0193a000-0000-7000-8000-000000000002',
  name_ar: 'يوسف العمراني',
  name_lat: 'Youssef El Amrani',
  role: 'caseworker',
  sex: 'male',
};

export const lockedDevice: DeviceStatus = {
  state: 'locked',
  users: [latifa, youssef],
  center: { name_ar: 'مركز المساعدة الاجتماعية بالقنيطرة', name_fr: "Centre d'assistance sociale de Kénitra" },
  language: 'ar',
  retry_after_seconds: null,
  session: null,
  auto_lock_minutes: 10,
  version: '0.1.0',
  today: '2026-11-23',
};

export const openDevice: DeviceStatus = { ...lockedDevice, state: 'unlocked', session: latifa };

export const emptyDevice: DeviceStatus = { ...lockedDevice, state: 'empty', users: [], center: null };
