import type {
  Attention,
  CasePerson,
  CaseRow,
  CaseView,
  ClockStatus,
  HouseholdMember,
  HouseholdView,
  Kinship,
  MemberView,
  Person,
  PersonCard,
  PersonHit,
  PersonView,
  ReferralRow,
  StepView,
  SyncStatus,
  Today,
  VisitView,
} from '../src/ipc/types';
import { amountRead } from './amounts';
import { bouchaib, day, due, fatima, KEN, khadija, other, sanae, staff, yassine } from './cards';
import { forms } from './forms';
import { attachment, centerRecord, held, nothingOf, partner } from './held';
import { MemoryPort, type Replies } from './memory-port';
import { comparison, duplicates } from './pairs';
import { latifa, openDevice, youssef } from './people';

export { card, day, due, fatima, khadija, sanae } from './cards';
export { attachment, centerRecord, held, partner } from './held';

/** A center with a little of everything in it: for tests and for looking at screens. People who do not exist. */
export const today: Today = {
  overdue: [
    {
      key: 't1',
      target: { kind: 'step', case: 'c1', instance: 'i1', step: 'court', waiting: false },
      title: {
        ar: 'مرافقة إلى خلية التكفل بالمحكمة',
        fr: 'Accompagnement à la cellule du tribunal',
        en: 'To the court cell',
      },
      detail: null,
      person: fatima,
      case: KEN,
      place: 'القنيطرة',
      partner: null,
      time: null,
      due: due(-5, -3),
      urgent: true,
      reach: null,
    },
    {
      key: 't2',
      target: { kind: 'referral', referral: 'r1', case: 'c1' },
      title: null,
      detail: 'إيواء مؤقت',
      person: khadija,
      case: KEN,
      place: null,
      partner: { ar: 'مركز الاستماع', lat: "Centre d'écoute" },
      time: null,
      due: due(-4, -2),
      urgent: false,
      reach: null,
    },
  ],
  today: [
    {
      key: 't3',
      target: { kind: 'visit', visit: 'v1' },
      title: null,
      detail: 'تقييم حاجيات الأسرة',
      person: bouchaib,
      case: KEN,
      place: 'دوار أولاد سلامة',
      partner: null,
      time: null,
      due: due(-3, 0),
      urgent: false,
      reach: null,
    },
    {
      key: 't4',
      target: { kind: 'appointment', appointment: 'a1' },
      title: null,
      detail: 'جلسة استماع ثانية',
      person: sanae,
      case: null,
      place: 'بالمركز',
      partner: null,
      time: '14:30:00',
      due: due(0, 0),
      urgent: false,
      reach: null,
    },
  ],
  week: [
    {
      key: 't5',
      target: { kind: 'step', case: 'c1', instance: 'i1', step: 'psy', waiting: true },
      title: { ar: 'دعم نفسي', fr: 'Soutien psychologique', en: 'Psychological support' },
      detail: null,
      person: fatima,
      case: KEN,
      place: null,
      partner: null,
      time: null,
      due: due(2, 5),
      urgent: false,
      reach: null,
    },
  ],
  later: [
    {
      key: 't6',
      target: { kind: 'visit', visit: 'v9' },
      title: null,
      detail: 'تتبع بعد الإيواء',
      person: bouchaib,
      case: KEN,
      place: null,
      partner: null,
      time: null,
      due: { ...due(18, 18), state: 'later' },
      urgent: false,
      reach: null,
    },
  ],
  beyond: { overdue: 0, today: 0, week: 0, later: 3 },
  referrals: { awaiting: 3, accepted: 2, refused: 1, open: 6 },
  route: [
    { place: { ar: 'دوار أولاد سلامة', lat: 'دوار أولاد سلامة' }, households: 2, visits: 3 },
    { place: { ar: 'القنيطرة', lat: 'Kénitra' }, households: 1, visits: 1 },
  ],
  receptions: 6,
  attention: 2,
  counts: { today: 4, today_late: 2, cases: 42, center_cases: null, visits: 3, visits_late: 0, referrals: 5 },
};

function step(id: string, ar: string, fr: string, more: Partial<StepView> = {}): StepView {
  return {
    step: id,
    title: { ar, fr, en: fr },
    help: {
      ar: 'مع الموافقة، وبعد التأكد من سلامة الاتصال.',
      fr: 'Avec accord, après contact sûr.',
      en: 'With consent.',
    },
    waits_for_others: false,
    urgent: false,
    refused: [],
    state: {
      step: id,
      status: 'later',
      opened_on: null,
      started_on: null,
      window: null,
      outcome: null,
      attempts: 0,
      settled_on: null,
      settled_by: null,
      contradictions: [],
    },
    due: null,
    outcomes: [
      {
        code: 'done',
        title: { ar: 'تم', fr: 'Fait', en: 'Done' },
        done: true,
        alarm: false,
        safe_contact: null,
        lowers_card: false,
      },
      {
        code: 'absent',
        title: { ar: 'لم يتم: غياب', fr: 'Absence', en: 'Absent' },
        done: false,
        alarm: false,
        safe_contact: null,
        lowers_card: false,
      },
    ],
    documents: [],
    outcome_label: null,
    settled_by: null,
    ...more,
  };
}

const settled = (offset: number) => ({
  state: { ...step('', '', '').state, status: 'done' as const, settled_on: day(offset) },
  outcome_label: { ar: 'منجز', fr: 'Fait', en: 'Done' },
});

export const referralRow: ReferralRow = {
  referral: 'r1',
  reference: 'R-7K3M-9QPT',
  case: KEN,
  person: fatima,
  partner_ar: 'مركز الاستماع «الأمل»',
  partner_fr: "Centre d'écoute Al Amal",
  service_asked: 'إيواء مؤقت',
  state: { status: 'sent', sent_on: day(-5), since: day(-5), reason: null, served: null, contradictions: [] },
  created_on: day(-5),
  days_waiting: 5,
};

export const emptyPerson: Person = {
  ...nothingOf<Person>('person'),
  given_name_ar: 'فاطمة الزهراء',
  family_name_ar: 'العلوي',
  given_name_lat: 'Fatima-Zahra',
  family_name_lat: 'El Alaoui',
  sex: 'female' as const,
  birth_date: '1991-03-14',
  birth_place: 'القنيطرة',
  document_type: 'cnie' as const,
  cnie: 'GK123456',
  paper_file: '871/2024',
  phone: '+212661245890',
  safe_contact: 'hours' as const,
  safe_hours: 'بعد 18:00',
  province: '04.281',
  commune: '04.281.01',
  address: 'حي السلام',
  languages: [],
};

const caseRow: CaseRow = {
  case: 'c1',
  number: KEN.number,
  case_type: 'woman_victim_of_violence',
  confidentiality: 'restricted',
  keeps_apart: true,
  person: fatima,
  status: 'open',
  opened_on: day(-11),
  lead: staff(latifa),
  protocol: { ar: 'بروتوكول التكفل بالنساء ضحايا العنف', fr: 'Femmes victimes de violence', en: 'Women victims' },
  next_step: { ar: 'مرافقة إلى خلية المحكمة', fr: 'Cellule du tribunal', en: 'Court cell' },
  due: due(-5, -3),
};

function place(id: string, person: PersonCard, kinship: Kinship, more: Partial<HouseholdMember> = {}): MemberView {
  return {
    membership: held(id, {
      household: 'h1',
      person: person.person,
      case: null,
      kinship,
      since: null,
      until: null,
      income: null,
      income_source: null,
      ...more,
    }),
    person,
  };
}

const household: HouseholdView = {
  household: 'h1',
  record: held('h1', { name: 'أسرة العلوي', rsu_id: null, province: null, commune: null, address: null }),
  name: 'أسرة العلوي',
  address: null,
  members: [
    place('m0', fatima, 'head', { income: 150_000, income_source: 'occasional' }),
    place('m1', yassine, 'child'),
  ],
  past: [],
  income: 150_000,
};

export const personView: PersonView = {
  person: held('p1', emptyPerson),
  card: fatima,
  province_names: ['القنيطرة', 'Kénitra'],
  safe_contact: 'hours',
  reachable: { may_be_reached: true, reach: 'hours', hours: emptyPerson.safe_hours },
  withheld: [],
  records: [],
  tied: [],
  contacts: [
    held('k1', {
      person: 'p1',
      case: null,
      name: 'نزهة العلوي',
      kinship: 'sibling' as const,
      phone: '+212612345678',
      companion: true,
      safe_contact: 'yes' as const,
      alleged_perpetrator: null,
      remark: null,
      until: null,
    }),
  ],
  household,
  past_households: [],
  situations: [
    held('g1', {
      person: 'p1',
      case: null,
      group: 'elderly' as const,
      indh: null,
      form: 'elderly',
      form_version: 1,
      answers: [{ question: 'autonomy', values: ['bedridden'], unknown: false }],
      noted_on: day(-11),
      noted_by: latifa.staff,
      until: null,
    }),
  ],
  dangers: [
    {
      source: 'answer',
      situation: 'g1',
      about: { ar: 'الاستقلالية في الحياة اليومية', fr: 'Autonomie au quotidien', en: 'Autonomy' },
      answer: { ar: 'ملازم(ة) للفراش', fr: 'Alité(e)', en: 'Bedridden' },
      on: day(-11),
    },
  ],
  attachment_purposes: ['identity_paper', 'certificate', 'consent', 'court_paper', 'person_photo', 'other'],
  attachments: [attachment('f1')],
  entitlements: [
    held('e1', {
      person: 'p1',
      programme: 'rsu' as const,
      status: 'requested' as const,
      since: day(-20),
      until: null,
      number: null,
      remark: null,
    }),
  ],
  cases: [caseRow],
  receptions: [
    {
      reception: held('x1', {
        day: day(-11),
        number: 3,
        opened_at: new Date().toISOString(),
        received_by: latifa.staff,
        person: 'p1',
        source: 'self' as const,
        reason: 'طلب الاستماع والمساعدة',
        urgency: 'soon' as const,
        interpreter: null,
        heard_alone: true,
        orientation: 'case' as const,
      }),
      person: fatima,
      staff: staff(latifa),
    },
  ],
  appointments: [
    {
      appointment: held('a1', {
        person: 'p1',
        case: 'c1',
        staff: latifa.staff,
        day: day(1),
        time: '10:00:00',
        purpose: 'جلسة استماع',
        place: null,
        bring: null,
        status: 'planned' as const,
      }),
      person: fatima,
      staff: staff(latifa),
    },
  ],
  consents: [],
};

const visit = held('v1', {
  case: 'c1',
  person: 'p4',
  household: 'h1',
  kind: 'home' as const,
  staff: latifa.staff,
  planned_on: day(0),
  place: 'دوار أولاد سلامة',
  purpose: 'تقييم حاجيات الأسرة',
  performed_at: null,
  performed_on: null,
  performed_by: null,
  outcome: null,
  present: null,
  observations: null,
  next_step: null,
});

const entry = {
  label: null,
  outcome: null,
  text: null,
  detail: null,
  with: null,
  corrected: false,
  pending: false,
  at_ms: null,
};

const casePerson: CasePerson = {
  person: 'p1',
  seen: 'seen-p1',
  card: fatima,
  phone: emptyPerson.phone,
  address: emptyPerson.address,
  usual_place: emptyPerson.usual_place,
  safe_contact: 'hours',
  reachable: personView.reachable,
  withheld: [],
};

export const caseView: CaseView = {
  dangers: [],
  case: held('c1', {
    person: 'p1',
    number: KEN.number,
    case_type: 'woman_victim_of_violence' as const,
    confidentiality: 'restricted' as const,
    situation: 'عنف زوجي متكرر. تقيم مؤقتا عند أختها مع طفليها.',
    reception: null,
    opened_on: day(-11),
    opened_by: latifa.staff,
    named: [],
  }),
  state: {
    status: 'open',
    assigned: [latifa.staff],
    lead: latifa.staff,
    closed_on: null,
    closure: null,
    contradictions: [],
  },
  person: casePerson,
  staff: [staff(latifa), { ...staff(youssef), role: 'specialist' }],
  track: {
    instance: 'i1',
    protocol: 'woman_victim_of_violence',
    version: 3,
    title: {
      ar: 'بروتوكول التكفل بالنساء ضحايا العنف',
      fr: 'Prise en charge des femmes victimes de violence',
      en: 'Care of women',
    },
    legal: [{ ar: 'القانون رقم 103.13', fr: 'Loi n° 103.13', en: 'Law 103.13' }],
    started_on: day(-11),
    steps: [
      step('reception', 'الاستقبال وجلسة الاستماع', 'Accueil et écoute', settled(-11)),
      step('risk', 'تقييم الخطر', 'Évaluation du risque', settled(-11)),
      step('safety', 'خطة السلامة', 'Plan de sécurité', settled(-11)),
      step('medical', 'الشهادة الطبية', 'Certificat médical', settled(-9)),
      step('court', 'مرافقة إلى خلية التكفل بالمحكمة الابتدائية', 'Cellule de prise en charge du tribunal', {
        state: { ...step('', '', '').state, status: 'open' },
        due: due(-5, -3),
        documents: [
          {
            document: 'medical',
            title: { ar: 'الشهادة الطبية', fr: 'Certificat médical', en: 'Certificate' },
            required: true,
            status: 'copied',
            id: 'd1',
            seen: 's',
          },
          {
            document: 'request',
            title: { ar: 'طلب المؤازرة', fr: "Demande d'assistance", en: 'Request' },
            required: true,
            status: 'missing',
            id: 'd2',
            seen: 's',
          },
          {
            document: 'cnie',
            title: { ar: 'نسخة البطاقة الوطنية', fr: 'Copie de la CNIE', en: 'CNIE copy' },
            required: false,
            status: null,
            id: null,
            seen: null,
          },
        ],
      }),
      step('shelter', 'إيواء مؤقت', 'Hébergement temporaire', {
        state: { ...step('', '', '').state, status: 'waiting' },
        waits_for_others: true,
      }),
      step('psy', 'دعم نفسي', 'Soutien psychologique', {
        due: { ...due(6, 12), window: { start: day(12), due: day(12), end: null, suggested: true } },
      }),
      step('school', 'تمدرس الأطفال', 'Scolarité des enfants'),
    ],
    done: 4,
    total: 8,
    next: 'court',
  },
  household,
  consents: [
    {
      consent: held('s1', {
        person: 'p1',
        case: 'c1',
        given_by: 'person' as const,
        form: 'signed' as const,
        given_at: null,
        recorded_by: latifa.staff,
        expires_on: day(170),
        withdrawn_on: null,
        withheld: null,
        purposes: ['referral' as const, 'health' as const],
      }),
      in_force: true,
      may_withdraw: true,
      staff: staff(latifa),
    },
  ],
  referrals: [referralRow],
  attachments: [
    attachment('f4', {
      case: 'c1',
      purpose: 'court_paper',
      name: 'محضر الضابطة القضائية',
      media_type: 'application/pdf',
      place: 'not_here',
    }),
    attachment('f3', {
      case: 'c1',
      purpose: 'certificate',
      name: 'الشهادة الطبية',
      document: 'd1',
      place: 'only_here',
    }),
    attachment('f2', {
      case: 'c1',
      purpose: 'other',
      name: 'صورة خطأ',
      withdrawn_on: day(-2),
      withdrawn_reason: 'وثيقة شخص آخر',
    }),
  ],
  visits: [{ visit, standing: 'planned', due: due(-3, 0), not_at_home: null }],
  appointments: personView.appointments,
  timeline: [
    {
      ...entry,
      id: 'e1',
      kind: 'referral_event',
      code: 'sent',
      with: { ar: 'مركز الاستماع «الأمل»', lat: "Centre d'écoute Al Amal" },
      day: day(-5),
      staff: staff(latifa),
    },
    {
      ...entry,
      id: 'e2',
      kind: 'step_event',
      code: 'done',
      label: { ar: 'الشهادة الطبية', fr: 'Certificat médical', en: 'Certificate' },
      outcome: { ar: 'مدة العجز 21 يوما', fr: 'ITT 21 jours', en: '21 days' },
      day: day(-9),
      staff: staff(latifa),
    },
    {
      ...entry,
      id: 'e3',
      kind: 'note',
      code: 'listening',
      text: 'تم الاستماع على انفراد. تفضل الاتصال بعد السادسة مساء.',
      day: day(-11),
      staff: staff(latifa),
    },
    {
      ...entry,
      id: 'e4',
      kind: 'service',
      code: 'in_kind',
      detail: 'قفة مواد غذائية',
      day: day(-11),
      staff: staff(latifa),
    },
    { ...entry, id: 'e5', kind: 'case_event', code: 'opened', day: day(-11), staff: staff(latifa) },
  ],
  timeline_total: 5,
  may: ['edit', 'assign', 'close'],
  keeps_apart: true,
  assignable: [staff(latifa), staff(youssef)],
  referral_consent: 's1',
  confidentialities: ['restricted', 'sealed'],
  named: [],
};

export const hits: PersonHit[] = [
  { person: fatima, recorded_as: null, cases: [KEN], matched: ['name'], found: [] },
  { person: other, recorded_as: null, cases: [], matched: ['name'], found: [] },
];

export const visits: VisitView[] = [
  {
    visit,
    person: bouchaib,
    case: KEN,
    staff: staff(latifa),
    due: due(-3, 0),
    household_name: 'أسرة بوشعيب الناجي',
    not_at_home: null,
    case_closed: false,
  },
];

export const attention: Attention = {
  readerless: [],
  conflicts: [
    {
      kind: 'person',
      id: 'p2',
      person: khadija,
      case: null,
      about: [],
      seen: 'seen-p2',
      fields: [
        {
          field: 'phone',
          values: [
            { value: '+212612345678', staff: staff(latifa), at_ms: String(Date.now() - 3_600_000) },
            { value: '+212698765432', staff: staff(youssef), at_ms: String(Date.now() - 90_000_000) },
          ],
        },
      ],
    },
  ],
  refused: [
    {
      tx: 'tx1',
      verdict: 'rejected',
      code: 'verdict_not_in_audience',
      changes: [
        {
          kind: 'note',
          id: 'n9',
          person: sanae,
          patch: { case: 'c9', kind: 'call', body: 'اتصلت للاستفسار عن الموعد.' },
        },
      ],
      at_ms: String(Date.now() - 7_200_000),
    },
  ],
};

export const synced: SyncStatus = {
  hub: 'https://hub.kenitra.example',
  pending: 0,
  running: null,
  last_done_ms: String(Date.now() - 720_000),
  last_error: null,
  clock_off_minutes: null,
  data_version: 1,
  attention: 2,
  attachments_to_send: 0,
  attachments_to_fetch: 0,
  attachments_error: null,
};

export const rightClock: ClockStatus = {
  today: day(0),
  time: '10:00:00',
  doubt: null,
  last_known: day(0),
  last_known_time: '10:00:00',
  off_minutes: null,
  may_be_right: true,
  passed: false,
};

/** The port of an open device in this center; what a test changes comes last. */
export function centerPort(more: Replies = {}): MemoryPort {
  const written = () => ({ id: 'new' });
  return new MemoryPort({
    'device.status': () => openDevice,
    'sync.status': () => synced,
    'today.get': () => today,
    'draft.list': () => [
      { draft: 'd7', form: 'intake', title: 'سناء الإدريسي', body: {}, saved_at_ms: String(Date.now() - 600_000) },
    ],
    'draft.save': () => ({ draft: 'd8', form: 'intake', title: null, body: {}, saved_at_ms: String(Date.now()) }),
    'draft.discard': () => ({}),
    'person.search': () => ({ people: hits, more: false }),
    'person.check': () => ({ person: emptyPerson, warnings: [], same_papers: [], titles: [] }),
    'form.list': () => forms,
    'amount.read': ({ text }) => amountRead(text),
    'clock.status': () => rightClock,
    'person.register': () => ({ id: 'p9' }),
    'case.unfinished': () => [],
    'flag.list': () => [],
    'person.get': () => personView,
    'person.update': written,
    'person.duplicates': () => ({ candidates: [] }),
    'duplicate.list': () => duplicates,
    'duplicate.compare': () => comparison,
    'duplicate.scan': () => ({ compared: 0, left: 0, people: 200 }),
    'duplicate.same': written,
    'duplicate.different': written,
    'duplicate.unsure': () => ({}),
    'duplicate.undo': () => ({}),
    'reception.open': () => ({ reception: 'x9', number: 7, seen: 'seen-x9' }),
    'reception.list': () => personView.receptions,
    'reception.update': written,
    'case.list': () => ({ items: [caseRow], total: 1 }),
    'case.get': () => caseView,
    'attachment.get': () => ({ file_name: 'f1.jpg', mime: 'image/jpeg', base64: '/9j/4AAQ' }),
    'intake.finish': ({ person, opens, case: known, referral, appointment }) => ({
      person: person ?? null,
      case: opens ? 'c1' : (known ?? null),
      referral: referral ? 'r9' : null,
      appointment: appointment ? 'new' : null,
    }),
    'case.open': () => ({ case: 'c1', number: KEN.number }),
    'protocol.list': () => [
      {
        protocol: 'woman_victim_of_violence',
        version: 1,
        title: {
          ar: 'بروتوكول التكفل بالنساء ضحايا العنف',
          fr: 'Prise en charge des femmes victimes de violence',
          en: 'Women',
        },
        case_types: ['woman_victim_of_violence'],
        steps: 9,
      },
    ],
    'note.add': written,
    'situation.record': written,
    'consent.record': written,
    'step.record': written,
    'step.document': written,
    'visit.list': () => visits,
    'visit.update': written,
    'referral.list': () => [referralRow],
    'referral.get': () => ({
      referral: held('r1', {
        case: 'c1',
        person: 'p1',
        partner: 'q1',
        to_center: null,
        reference: 'R-7K3M-9QPT',
        service_asked: 'إيواء مؤقت',
        reason: 'حماية عاجلة مع طفلين',
        urgency: 'soon',
        consent: 's1',
        override_reason: null,
        created_on: day(-5),
        created_by: latifa.staff,
        shared: ['name', 'birth', 'situation'],
      }),
      row: referralRow,
      partner: partner.record,
      events: [{ event: 'sent', day: day(-5), reason: null, note: null, staff: staff(latifa) }],
      may: ['received', 'accepted', 'refused'],
    }),
    'partner.list': () => [{ partner, commune_names: ['القنيطرة', 'Kénitra'], waiting: 1 }],
    'attention.list': () => attention,
    'conflict.resolve': written,
    'today.center': () => ({
      caseloads: [
        { staff: staff(youssef), cases: 14, visits_late: 2, appointments_late: 1 },
        { staff: staff(latifa), cases: 9, visits_late: 0, appointments_late: 0 },
      ],
      unfollowed: 3,
      unfollowed_first: [],
      referrals: { awaiting: 4, accepted: 1, refused: 1 },
    }),
    'user.list': () => [staff(latifa), staff(youssef)],
    'user.on_device': () => [latifa, youssef].map((one, n) => ({ slot: one.staff, card: staff(one), own: n === 0 })),
    'center.get': () => ({
      center: held('c', { ...centerRecord, address: 'شارع محمد الخامس، الرقم 12 bis', phone: '+212537000000' }),
      logo: null,
    }),
    'settings.set': () => ({ language: null, theme: null, auto_lock_minutes: 10 }),
    'territory.provinces': () => [
      { code: '04.281', parent: '04', kind: 'province', name_ar: 'القنيطرة', name_fr: 'Kénitra' },
    ],
    'territory.communes': () => [
      { code: '04.281.01', parent: '04.281', kind: 'urban', name_ar: 'القنيطرة', name_fr: 'Kénitra' },
    ],
    ...more,
  });
}
