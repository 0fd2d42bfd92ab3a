import { FolderOpen } from 'lucide-react';
import { Avatar, Button, Chip } from '../../components';
import { dotted, useCodeText, useT } from '../../i18n';
import type { PersonHit } from '../../ipc/types';
import { CaseNumber, Dotted, usePersonFacts, usePersonText, Who } from './who';

/** People who may be the one: both spellings, birth, place, case numbers, why they were found. */
export function PersonHits({
  people,
  label,
  action,
  onChoose,
  compact = false,
}: {
  people: readonly PersonHit[];
  label: string;
  action: string;
  onChoose: (hit: PersonHit) => void;
  /** One under the other, in a narrow column. */
  compact?: boolean;
}) {
  const t = useT();
  const code = useCodeText();
  const facts = usePersonFacts();
  const name = usePersonText();
  return (
    <ul aria-label={label} className="flex flex-col gap-2.5">
      {people.map((hit) => (
        <li
          key={hit.person.person}
          className={`flex items-center gap-x-3.5 gap-y-2 rounded-card border border-line bg-surface px-3.5 py-3 ${compact ? 'flex-wrap' : ''}`}
        >
          {!compact && <Avatar name={name(hit.person)} size="large" />}
          <div className="min-w-0 flex-1">
            <p className={compact ? 'font-semibold' : 'truncate text-lg font-semibold'}>
              <Who person={hit.person} found={hit.found} />
            </p>
            <p className="text-sm text-ink-2">
              <Dotted parts={[...facts(hit.person), hit.cases.length === 0 ? t('search.no_case') : null]} />
            </p>
            {hit.recorded_as !== null && (
              <p className="text-sm text-ink-2">{t('search.recorded_as', { name: name(hit.recorded_as) })}</p>
            )}
            <p className="mt-1 flex flex-wrap gap-1.5">
              {hit.matched.map((reason) => (
                <Chip key={reason} meaning="calm">
                  {code('matched', reason)}
                </Chip>
              ))}
              {hit.cases.map((one) => (
                <Chip key={one.case} icon={<FolderOpen aria-hidden />}>
                  <CaseNumber number={one.number} />
                </Chip>
              ))}
            </p>
          </div>
          <Button
            size={compact ? 'row' : 'normal'}
            onPress={() => onChoose(hit)}
            aria-label={dotted(action, name(hit.person))}
          >
            {action}
          </Button>
        </li>
      ))}
    </ul>
  );
}
