import { FolderOpen } from 'lucide-react';
import { useMemo } from 'react';
import { Avatar, Button, Chip } from '../../components';
import { dotted, useT } from '../../i18n';
import type { Candidate, Person } from '../../ipc/types';
import { useCommand } from '../../state/command';
import { useSettled } from '../person/use-search';
import { CaseNumber, Dotted, usePersonFacts, usePersonText, Who } from '../person/who';
import { Reasons, VerdictChip } from './likeness';

/** What somebody is recognised by: without any of it there is nobody to look for. */
const TELLING: readonly (keyof Person)[] = [
  'given_name_ar',
  'family_name_ar',
  'given_name_lat',
  'family_name_lat',
  'nickname',
  'cnie',
  'idcs',
  'document_number',
  'phone',
];

/** People of the register who may be the one being recorded, as what is known of them grows. */
export function useCandidates(person: Partial<Person>, limit: number): { candidates: Candidate[]; settled: boolean } {
  const told = JSON.stringify(person);
  const settled = useSettled(told, 250);
  const draft = useMemo(
    () => ({ languages: [], ...(JSON.parse(settled) as Partial<Person>) }) as unknown as Person,
    [settled],
  );
  const enabled = TELLING.some((field) => typeof draft[field] === 'string' && String(draft[field]).trim().length > 1);
  const found = useCommand('person.duplicates', { draft, except: null, limit }, { enabled, keepPrevious: true });
  return {
    candidates: enabled ? (found.data?.candidates ?? []) : [],
    settled: settled === told && (!enabled || !found.isFetching),
  };
}

/** Who may be the one at the desk: both spellings, birth, place, case, why, and how likely. */
export function Candidates({
  candidates,
  label,
  action,
  onChoose,
}: {
  candidates: readonly Candidate[];
  label: string;
  action: string;
  onChoose: (candidate: Candidate) => void;
}) {
  const t = useT();
  const name = usePersonText();
  const facts = usePersonFacts();
  return (
    <ul aria-label={label} className="flex flex-col gap-2.5">
      {candidates.map((one) => (
        <li
          key={one.person.person}
          className={`flex items-center gap-x-3.5 rounded-card border px-3.5 py-3 ${one.verdict === 'same' ? 'border-late-line bg-late-wash' : 'border-line bg-surface'}`}
        >
          <Avatar name={name(one.person)} size="large" />
          <div className="min-w-0 flex-1">
            <p className="truncate text-lg font-semibold">
              <Who person={one.person} />
            </p>
            <p className="text-sm text-ink-2">
              <Dotted parts={[...facts(one.person), one.cases.length === 0 ? t('search.no_case') : null]} />
            </p>
            <div className="mt-1 flex flex-wrap gap-1.5">
              <Reasons reasons={one.reasons} most={5} />
              {one.cases.map((card) => (
                <Chip key={card.case} icon={<FolderOpen aria-hidden />}>
                  <CaseNumber number={card.number} />
                </Chip>
              ))}
            </div>
          </div>
          <VerdictChip verdict={one.verdict} />
          <Button onPress={() => onChoose(one)} aria-label={dotted(action, name(one.person))}>
            {action}
          </Button>
        </li>
      ))}
    </ul>
  );
}
