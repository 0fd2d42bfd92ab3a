/**
 * Which kinds of records a command reads, so that a write refetches no more than it must. A command that is not
 * listed reads anything: it is refetched after every write, which is slower and never wrong.
 */
const CASE_CONTENT = [
  'person',
  'same_person',
  'contact',
  'import',
  'household',
  'household_member',
  'situation',
  'entitlement',
  'case',
  'case_event',
  'consent',
  'attachment',
  'protocol_instance',
  'step_event',
  'step_document',
  'visit',
  'service',
  'note',
  'referral',
  'referral_event',
  'partner',
  'appointment',
  'reception',
  'staff',
];

const READS: Record<string, readonly string[]> = {
  'device.status': ['session', 'device', 'staff', 'center', 'settings'],
  'territory.provinces': [],
  'territory.communes': [],
  'protocol.list': [],
  'form.list': [],
  'household.kinships': ['household', 'household_member'],
  'settings.get': ['settings'],
  'user.list': ['staff'],
  'user.on_device': ['staff'],
  'today.center': ['case', 'case_event', 'visit', 'appointment', 'referral', 'referral_event', 'staff', 'person'],
  'today.get': [...CASE_CONTENT, 'attention'],
  'person.search': ['person', 'same_person', 'case', 'case_event'],
  'person.check': ['person'],
  'import.preview': [],
  'import.list': ['import', 'person', 'staff'],
  'import.kept': ['import', 'person'],
  'import.known': ['import'],
  'import.status': ['import'],
  'person.get': CASE_CONTENT,
  'attachment.get': ['attachment'],
  'reception.list': ['reception', 'person', 'staff'],
  'case.get': CASE_CONTENT,
  'case.list': ['case', 'case_event', 'person', 'protocol_instance', 'step_event', 'staff'],
  'case.timeline': CASE_CONTENT,
  'appointment.list': ['appointment', 'person', 'staff'],
  'visit.list': ['visit', 'person', 'case', 'household', 'household_member', 'staff'],
  'referral.get': ['referral', 'referral_event', 'partner', 'person', 'staff'],
  'referral.list': ['referral', 'referral_event', 'partner', 'person'],
  'partner.list': ['partner', 'referral', 'referral_event'],
  'draft.list': ['draft', 'person', 'note', 'referral'],
  'draft.get': ['draft'],
};

export function tagsOf(command: string): readonly string[] | 'any' {
  return READS[command] ?? 'any';
}
