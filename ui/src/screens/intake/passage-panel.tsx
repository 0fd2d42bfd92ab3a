import { Printer } from 'lucide-react';
import { useMemo } from 'react';
import { Avatar, Button, Fact, Facts, Section } from '../../components';
import { useDates, useT } from '../../i18n';
import { useDocument } from '../../parts/document/open';
import { useCandidates } from '../../parts/duplicate/candidates';
import { StandingFlags } from '../../parts/flag/flags';
import { PersonHits } from '../../parts/person/hits';
import { usePersonSearch } from '../../parts/person/use-search';
import { Dotted, usePersonFacts, usePersonText, Who } from '../../parts/person/who';
import type { IntakeFlow } from './use-intake';
import { WithinReach } from './within-reach';

/** Who is at the desk, since when, how soon; the receipt; while a card is typed, who may already be this person. */
export function PassagePanel({ flow }: { flow: IntakeFlow }) {
  const t = useT();
  const print = useDocument();
  const dates = useDates();
  const name = usePersonText();
  const facts = usePersonFacts();
  const { intake } = flow;
  return (
    <div className="flex flex-col gap-3.5">
      <Section title={t('intake.passage')}>
        {intake.person !== null && (
          <div className="mb-2 flex items-center gap-3">
            <Avatar name={name(intake.person)} />
            <div className="min-w-0">
              <p className="font-semibold">
                <Who person={intake.person} />
              </p>
              <p className="text-sm text-ink-2">
                <Dotted parts={facts(intake.person)} />
              </p>
            </div>
          </div>
        )}
        {intake.person?.person != null && <StandingFlags person={intake.person.person} />}
        <Facts>
          {intake.reception !== null && (
            <>
              <Fact label={t('intake.number')}>
                <span className="tabular">{intake.reception.number}</span>
              </Fact>
              <Fact label={t('intake.opened_at')}>{dates.time(intake.reception.opened_at)}</Fact>
            </>
          )}
        </Facts>
        <WithinReach flow={flow} />
        {intake.reception !== null && (
          <Button
            size="row"
            className="mt-3"
            icon={<Printer aria-hidden />}
            onPress={() => void print('reception.receipt', { reception: intake.reception?.reception ?? '' })}
          >
            {t('intake.receipt')}
          </Button>
        )}
      </Section>
      {intake.step === 'person' && intake.fresh.anonymous !== true && <Lookalikes flow={flow} />}
    </div>
  );
}

/** Names like the one being typed, before saving and not after; who may be the very person is asked under the form. */
function Lookalikes({ flow }: { flow: IntakeFlow }) {
  const t = useT();
  const { fresh } = flow.intake;
  const typed = useMemo(() => {
    const arabic = [fresh.given_name_ar, fresh.family_name_ar].filter(Boolean).join(' ');
    const latin = [fresh.given_name_lat, fresh.family_name_lat].filter(Boolean).join(' ');
    return arabic !== '' ? arabic : latin;
  }, [fresh.given_name_ar, fresh.family_name_ar, fresh.given_name_lat, fresh.family_name_lat]);
  const { people: found } = usePersonSearch(typed, 3);
  const { candidates } = useCandidates(fresh, 3);
  const people = found.filter((hit) => !candidates.some((one) => one.person.person === hit.person.person));
  if (people.length === 0) return null;
  return (
    <Section title={t('intake.lookalikes')}>
      <PersonHits
        compact
        people={people}
        label={t('intake.lookalikes')}
        action={t('intake.choose')}
        onChoose={(hit) => void flow.choose(hit.person)}
      />
    </Section>
  );
}
