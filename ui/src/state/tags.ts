/**
 * Which kinds of records a command reads, so that a write refetches no more than it must. A command that is not
 * listed reads anything: it is refetched after every write, which is slower and never wrong.
 */
const READS: Record<string, readonly string[]> = {
  'device.status': ['session', 'device', 'staff', 'center'],
  'territory.provinces': [],
  'territory.communes': [],
};

export function tagsOf(command: string): readonly string[] | 'any' {
  return READS[command] ?? 'any';
}
