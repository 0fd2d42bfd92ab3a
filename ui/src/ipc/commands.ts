/** Commands that need no open record: known here until the generated types cover them. */

export type Language = 'ar' | 'fr' | 'en';
export type Sex = 'female' | 'male';
export const ROLES = ['reception', 'caseworker', 'field', 'specialist', 'director', 'reader', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export const CENTER_TYPES = ['cas', 'eps', 'emf', 'cape', 'upe', 'coaph', 'cjpa', 'samu', 'other'] as const;

/** Someone who can open this device. */
export interface DeviceUser {
  staff: string;
  name_ar: string | null;
  name_lat: string | null;
  role: Role;
  sex: Sex | null;
}

export interface DeviceStatus {
  state: 'empty' | 'locked' | 'unlocked';
  users: DeviceUser[];
  center: { name_ar: string | null; name_fr: string | null } | null;
  language: Language;
  /** Seconds before another attempt is allowed, after wrong passphrases. */
  retry_after_seconds: number | null;
  session: DeviceUser | null;
  auto_lock_minutes: number;
  version: string;
}

export interface Province {
  code: string;
  region_code: string;
  kind: string;
  name_ar: string;
  name_fr: string;
}

export interface Commune {
  code: string;
  name_ar: string;
  name_fr: string;
  kind: string;
}

export interface SetUpArgs {
  language: Language;
  center: {
    name_ar: string;
    name_fr: string;
    center_type: string;
    province: string;
    commune: string | null;
  };
  user: { name_ar: string; name_lat: string; sex: Sex; role: Role };
  passphrase: string;
}

interface DeviceCommands {
  'device.status': { args: Record<string, never>; result: DeviceStatus };
  'device.set_up': { args: SetUpArgs; result: { staff: string; center: string; recovery_code: string } };
  'device.recovery_slip': {
    args: { recovery_code: string };
    result: { file_name: string; mime: string; base64: string };
  };
  'session.unlock': { args: { staff: string; passphrase: string }; result: unknown };
  'session.lock': { args: Record<string, never>; result: unknown };
  'session.recover': { args: { recovery_code: string; staff: string; passphrase: string }; result: unknown };
  'territory.provinces': { args: Record<string, never>; result: Province[] };
  'territory.communes': { args: { province: string }; result: Commune[] };
}

export type Commands = DeviceCommands;
export type CommandName = keyof Commands;
export type CommandArgs<N extends CommandName> = Commands[N]['args'];
export type CommandResult<N extends CommandName> = Commands[N]['result'];
