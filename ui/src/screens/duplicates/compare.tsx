import { Check, Equal, EqualApproximately, EqualNot, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Avatar, Button, ButtonLink, ErrorNote, Loaded, PageHead, Skeleton, toast } from '../../components';
import { useCodeText, useDates, useT } from '../../i18n';
import type { Agreement, Comparison, Side } from '../../ipc/types';
import { Reasons, VerdictChip } from '../../parts/duplicate/likeness';
import { ContradictionNote, SaidLine } from '../../parts/duplicate/statements';
import { CaseNumber, Dotted, usePersonFacts, usePersonText, useStaffText, Who } from '../../parts/person/who';
import { Value } from '../../parts/value/value';
import { to } from '../../routes';
import { useAction, useCommand } from '../../state/command';

/** Two people side by side: what agrees, what differs, and the three answers. */
export function CompareScreen({ left, right }: { left: string; right: string }) {
  const view = useCommand('duplicate.compare', { left, right });
  return (
    <Loaded query={view} skeleton={<Skeleton rows={8} />}>
      {(data) => <SideBySide view={data} left={left} right={right} />}
    </Loaded>
  );
}

function SideBySide({ view, left, right }: { view: Comparison; left: string; right: string }) {
  const t = useT();
  const code = useCodeText();
  return (
    <>
      <PageHead
        title={t('duplicate.compare_title')}
        end={<ButtonLink href={`#${to.duplicates}`}>{t('duplicate.back')}</ButtonLink>}
      >
        <VerdictChip verdict={view.likeness.verdict} />
      </PageHead>
      <div className="mb-3 flex flex-col gap-2 empty:hidden">
        <Reasons reasons={view.likeness.reasons} />
        <ContradictionNote said={view.statements} />
        {view.statements
          .filter((said) => !said.contradicted)
          .map((said) => (
            <p key={said.edge} className="text-sm text-ink-2">
              <SaidLine said={said} />
            </p>
          ))}
      </div>
      {/* Clipped, not scrolled: the answers stay at the foot of the window. */}
      <div className="card overflow-clip">
        <table className="w-full table-fixed border-collapse">
          <caption className="sr-only">{t('duplicate.compare_title')}</caption>
          <thead>
            <tr className="border-b border-line align-top">
              <th scope="col" className="w-67.5 p-3.5 text-start text-sm font-normal text-ink-2">
                {t('duplicate.field')}
              </th>
              <SideHead side={view.left} />
              <SideHead side={view.right} />
            </tr>
          </thead>
          <tbody>
            {view.fields.map((field) => (
              <Line
                key={field.field}
                label={code('field_name', field.field)}
                agreement={field.agreement}
                left={<Told field={field.field} value={field.left} />}
                right={<Told field={field.field} value={field.right} />}
              />
            ))}
            <Line label={t('nav.cases')} left={<Cases side={view.left} />} right={<Cases side={view.right} />} />
            <Line
              label={t('household.title')}
              left={<Household side={view.left} />}
              right={<Household side={view.right} />}
            />
            <Line
              label={t('person.receptions')}
              left={<Receptions side={view.left} />}
              right={<Receptions side={view.right} />}
            />
            <Line label={t('duplicate.recorded')} left={<Made side={view.left} />} right={<Made side={view.right} />} />
          </tbody>
        </table>
        <Answers view={view} left={left} right={right} />
      </div>
    </>
  );
}

function SideHead({ side }: { side: Side }) {
  const t = useT();
  const name = usePersonText();
  const facts = usePersonFacts();
  return (
    <th scope="col" className="border-s border-line p-3.5 text-start font-normal">
      <span className="flex items-center gap-3">
        <Avatar name={name(side.person)} size="large" />
        <span className="min-w-0">
          <span className="block text-lg leading-6 font-semibold">
            <Who person={side.person} />
          </span>
          <span className="block text-sm text-ink-2">
            <Dotted
              parts={[...facts(side.person), side.records > 1 ? t('person.records', { count: side.records }) : null]}
            />
          </span>
        </span>
      </span>
    </th>
  );
}

const MARK: Record<Agreement, { icon: ReactNode; ground: string; ink: string }> = {
  agrees: { icon: <Equal aria-hidden />, ground: '', ink: 'text-done' },
  fits: { icon: <EqualApproximately aria-hidden />, ground: '', ink: 'text-done' },
  differs: { icon: <EqualNot aria-hidden />, ground: 'bg-soon-soft', ink: 'text-soon' },
  one_side: { icon: <Minus aria-hidden />, ground: '', ink: 'text-ink-3' },
};

/** One thing, as each has it; what differs is marked by a word and a ground. */
function Line({
  label,
  agreement,
  left,
  right,
}: {
  label: string;
  agreement?: Agreement;
  left: ReactNode;
  right: ReactNode;
}) {
  const code = useCodeText();
  const mark = agreement === undefined ? undefined : MARK[agreement];
  return (
    <tr className={`border-b border-line align-top last:border-b-0 ${mark?.ground ?? ''}`}>
      <th scope="row" className="px-3.5 py-2 text-start text-sm font-normal text-ink-2">
        <span className="flex flex-wrap items-baseline justify-between gap-x-2">
          {label}
          {mark !== undefined && (
            <span className={`inline-flex items-center gap-1 text-xs [&>svg]:size-3.5 [&>svg]:self-center ${mark.ink}`}>
              {mark.icon}
              {code('agreement', agreement)}
            </span>
          )}
        </span>
      </th>
      <td className="border-s border-line px-3.5 py-2 font-medium break-words">
        <bdi>{left}</bdi>
      </td>
      <td className="border-s border-line px-3.5 py-2 font-medium break-words">
        <bdi>{right}</bdi>
      </td>
    </tr>
  );
}

/** A value as a person would read it; that there is none, quieter. */
function Told({ field, value }: { field: string; value: unknown }) {
  const t = useT();
  if (value === null) return <span className="font-normal text-ink-3">{t('value.empty')}</span>;
  return <Value kind="person" field={field} value={value} caseId={null} />;
}

function Cases({ side }: { side: Side }) {
  const t = useT();
  if (side.cases.length === 0) return t('search.no_case');
  return <Dotted parts={side.cases.map((one) => <CaseNumber key={one.case} number={one.number} />)} />;
}

function Household({ side }: { side: Side }) {
  const t = useT();
  const name = usePersonText();
  if (side.household.length === 0) return t('value.empty');
  return <Dotted parts={side.household.map(name)} />;
}

function Receptions({ side }: { side: Side }) {
  const t = useT();
  const dates = useDates();
  if (side.receptions === 0) return t('value.empty');
  return (
    <Dotted
      parts={[
        t('duplicate.passages', { count: side.receptions }),
        side.last_reception === null ? null : dates.near(side.last_reception),
      ]}
    />
  );
}

function Made({ side }: { side: Side }) {
  const dates = useDates();
  const staff = useStaffText();
  const at = side.recorded_at_ms === null ? null : new Date(Number(side.recorded_at_ms)).toISOString();
  return <Dotted parts={[at === null ? null : dates.ago(at), staff(side.recorded_by)]} />;
}

/** The three answers. Each says what was on screen against it, so that nothing is overruled unseen. */
function Answers({ view, left, right }: { view: Comparison; left: string; right: string }) {
  const t = useT();
  const [, go] = useLocation();
  const same = useAction('duplicate.same');
  const different = useAction('duplicate.different');
  const unsure = useAction('duplicate.unsure');
  const against = (said: boolean) => view.statements.filter((one) => one.same !== said).map((one) => one.edge);
  const after = (words: string, path: string) => ({
    onSuccess: () => {
      toast(words);
      go(path);
    },
  });
  const isPending = same.isPending || different.isPending || unsure.isPending;
  return (
    <div className="form-foot -bottom-6! flex-wrap rounded-b-card bg-surface px-3.5 py-3">
      <p className="min-w-0 flex-1 text-sm text-ink-2">{t(view.joined ? 'duplicate.joined_help' : 'duplicate.help')}</p>
      <ErrorNote error={same.error ?? different.error ?? unsure.error} />
      {!view.joined && (
        <Button
          variant="quiet"
          isDisabled={isPending}
          onPress={() => unsure.mutate({ left, right }, after(t('duplicate.unsure_done'), to.duplicates))}
        >
          {t('duplicate.unsure')}
        </Button>
      )}
      <Button
        isDisabled={isPending}
        onPress={() =>
          different.mutate(
            { left, right, undoes: against(false) },
            after(t('duplicate.different_done'), view.joined ? to.person(left) : to.duplicates),
          )
        }
      >
        {t('duplicate.different')}
      </Button>
      {!view.joined && (
        <Button
          variant="primary"
          icon={<Check aria-hidden />}
          isDisabled={isPending}
          onPress={() =>
            same.mutate({ left, right, undoes: against(true) }, after(t('duplicate.same_done'), to.person(left)))
          }
        >
          {t('duplicate.same', { sex: view.left.person.sex })}
        </Button>
      )}
    </div>
  );
}
