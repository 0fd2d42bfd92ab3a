/** Every command: its argument and its answer. */

import type {
  CaseType,
  ClosureReason,
  Confidentiality,
  DocumentStatus,
  Kinship,
  PartnerType,
  ReferralEventType,
  ReferralStatus,
  RefusalReason,
  Role,
  Sex,
  StepEventType,
} from './codes';
import type {
  Appointment,
  Consent,
  Contact,
  Note,
  Partner,
  Person,
  Reception,
  Referral,
  Service,
  Visit,
} from './records';
import type * as V from './views';

export * from './codes';
export type * from './records';
export type * from './views';

export type Language = 'ar' | 'fr' | 'en';

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
  language: Language | null;
  /** Seconds before another attempt is allowed, after wrong passphrases. */
  retry_after_seconds: number | null;
  session: DeviceUser | null;
  auto_lock_minutes: number;
  version: string;
  /** Civil day at the center. */
  today: string;
}

export interface Province {
  code: string;
  parent: string;
  kind: string;
  name_ar: string;
  name_fr: string;
}

export type Commune = Province;

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

export interface Settings {
  language: Language | null;
  theme: string | null;
  auto_lock_minutes: number | null;
}

export interface OpenCaseArgs {
  person: string;
  case_type: CaseType;
  situation?: string | null;
  confidentiality?: Confidentiality | null;
  named?: string[];
  lead?: string | null;
  protocol?: string | null;
  reception?: string | null;
}

export interface RecordStepArgs {
  case: string;
  instance: string;
  step: string;
  event: StepEventType;
  outcome?: string | null;
  day?: string | null;
  note?: string | null;
  until?: string | null;
}

type Nothing = Record<string, never>;

interface DoorCommands {
  'device.status': { args: Nothing; result: DeviceStatus };
  'device.set_up': { args: SetUpArgs; result: { staff: string; center: string; recovery_code: string } };
  'session.unlock': { args: { staff: string; passphrase: string }; result: unknown };
  'session.recover': { args: { recovery_code: string; staff: string; passphrase: string }; result: unknown };
  'session.lock': { args: Nothing; result: unknown };
  'territory.provinces': { args: Nothing; result: Province[] };
  'territory.communes': { args: { province: string }; result: Commune[] };
}

interface AccountCommands {
  'device.enrol': {
    args: { hub: string; code: string; join?: boolean };
    result: { center: string; center_code: string; device_label: string; role: Role };
  };
  'device.recovery_slip': { args: { recovery_code: string }; result: V.DocumentFile };
  'user.add': {
    args: {
      user: { name_ar: string | null; name_lat: string | null; sex: Sex | null; role: Role };
      passphrase: string;
    };
    result: V.StaffCard;
  };
  'user.list': { args: Nothing; result: V.StaffCard[] };
  'user.change_passphrase': { args: { old: string; new: string }; result: Nothing };
  'settings.get': { args: Nothing; result: Settings };
  'settings.set': { args: Partial<Settings>; result: Settings };
  'sync.status': { args: Nothing; result: V.SyncStatus };
  'sync.start': { args: Nothing; result: V.SyncStatus };
  'sync.stop': { args: Nothing; result: V.SyncStatus };
}

interface DeskCommands {
  'today.get': { args: Nothing; result: V.Today };
  'person.search': { args: { query: string; limit?: number | null }; result: V.SearchResult };
  'person.check': { args: { person: Partial<Person> }; result: V.PersonChecked };
  'person.register': {
    args: { person: Partial<Person>; reception?: string | null; draft?: string | null };
    result: V.Written;
  };
  'person.get': { args: { person: string }; result: V.PersonView };
  'person.update': { args: V.Edit; result: V.Written };
  'contact.add': { args: { contact: Partial<Contact> }; result: V.Written };
  'contact.update': { args: V.Edit; result: V.Written };
  'household.add_member': {
    args: { person: string; member: string; kinship: Kinship; case?: string | null };
    result: V.Written;
  };
  'household.update_member': { args: V.Edit; result: V.Written };
  'reception.open': {
    args: { reception: Partial<Reception> };
    result: { reception: string; number: number; seen: string };
  };
  'reception.update': { args: V.Edit; result: V.Written };
  'reception.list': { args: { day?: string | null }; result: V.ReceptionView[] };
  'appointment.create': { args: { appointment: Partial<Appointment> }; result: V.Written };
  'appointment.update': { args: V.Edit; result: V.Written };
  'appointment.list': { args: { from?: string | null; to?: string | null }; result: V.AppointmentView[] };
  'appointment.slip': { args: { appointment: string }; result: V.DocumentFile };
  'draft.save': {
    args: { draft?: string | null; form: string; title?: string | null; body: unknown };
    result: V.Draft;
  };
  'draft.get': { args: { draft: string }; result: V.Draft };
  'draft.list': { args: { form?: string | null }; result: V.Draft[] };
  'draft.discard': { args: { draft: string }; result: Nothing };
  'attention.list': { args: Nothing; result: V.Attention };
  'attention.retry': { args: { tx: string }; result: V.Written };
  'attention.dismiss': { args: { tx: string }; result: Nothing };
  'conflict.resolve': {
    args: { kind: string; id: string; field: string; value: unknown; seen: string };
    result: V.Written;
  };
}

interface CaseCommands {
  'case.open': { args: OpenCaseArgs; result: V.CaseCard };
  'case.get': { args: { case: string }; result: V.CaseView };
  'case.list': {
    args: {
      staff?: string | null;
      all?: boolean;
      closed?: boolean;
      query?: string | null;
      offset?: number;
      limit?: number;
    };
    result: { items: V.CaseRow[]; total: number };
  };
  'case.timeline': {
    args: { case: string; offset: number; limit: number };
    result: { items: V.TimelineEntry[]; total: number };
  };
  'case.update': { args: V.Edit; result: V.Written };
  'case.assign': {
    args: { case: string; staff: string; lead?: boolean; note?: string | null };
    result: V.Written;
  };
  'case.unassign': { args: { case: string; staff: string }; result: V.Written };
  'case.close': { args: { case: string; reason: ClosureReason; note?: string | null }; result: V.Written };
  'case.reopen': { args: { case: string; note: string }; result: V.Written };
  'protocol.list': { args: Nothing; result: V.ProtocolCard[] };
  'protocol.start': { args: { case: string; protocol: string }; result: V.Written };
  'step.record': { args: RecordStepArgs; result: V.Written };
  'step.document': {
    args: {
      case: string;
      instance: string;
      step: string;
      document: string;
      status: DocumentStatus;
      seen?: string | null;
    };
    result: V.Written;
  };
  'visit.plan': { args: { visit: Partial<Visit> }; result: V.Written };
  'visit.update': { args: V.Edit; result: V.Written };
  'visit.list': { args: { to?: string | null; all?: boolean }; result: V.VisitView[] };
  'service.give': { args: { service: Partial<Service> }; result: V.Written };
  'note.add': { args: { note: Partial<Note>; draft?: string | null }; result: V.Written };
  'consent.record': { args: { consent: Partial<Consent> }; result: V.Written };
  'consent.withdraw': { args: { consent: string; seen: string; day?: string | null }; result: V.Written };
  'referral.create': {
    args: { referral: Partial<Referral>; send?: boolean; draft?: string | null };
    result: { referral: string; reference: string };
  };
  'referral.get': { args: { referral: string }; result: V.ReferralView };
  'referral.find': { args: { reference: string }; result: V.ReferralView };
  'referral.list': {
    args: { status?: ReferralStatus[]; case?: string | null; closed?: boolean };
    result: V.ReferralRow[];
  };
  'referral.record': {
    args: {
      referral: string;
      event: ReferralEventType;
      day?: string | null;
      reason?: RefusalReason | null;
      note?: string | null;
    };
    result: V.Written;
  };
  'referral.letter': { args: { referral: string }; result: V.DocumentFile };
}

interface DirectoryCommands {
  'partner.list': {
    args: { query?: string | null; partner_type?: PartnerType | null; inactive?: boolean };
    result: V.PartnerView[];
  };
  'partner.create': { args: { partner: Partial<Partner> }; result: V.Written };
  'partner.update': { args: V.Edit; result: V.Written };
}

export type Commands = DoorCommands & AccountCommands & DeskCommands & CaseCommands & DirectoryCommands;
export type CommandName = keyof Commands;
export type CommandArgs<N extends CommandName> = Commands[N]['args'];
export type CommandResult<N extends CommandName> = Commands[N]['result'];
