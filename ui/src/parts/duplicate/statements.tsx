import { useCodeText, useDates, useT } from '../../i18n';
import type { Statement } from '../../ipc/types';
import { Dotted, useStaffText } from '../person/who';

/** What somebody said of two records: what, who, when. */
export function SaidLine({ said }: { said: Statement }) {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  const staff = useStaffText();
  return (
    <Dotted
      parts={[
        t('duplicate.quoted', {
          words: code('duplicate_said', said.same ? 'same' : 'different', { sex: said.left.sex }),
        }),
        staff(said.staff),
        dates.ago(new Date(Number(said.at_ms)).toISOString()),
      ]}
    />
  );
}

/** Two people said the opposite: nothing is joined before somebody decides. */
export function ContradictionNote({ said }: { said: readonly Statement[] }) {
  const t = useT();
  const against = said.filter((one) => one.contradicted);
  if (against.length === 0) return null;
  return (
    <div className="rounded-control bg-soon-soft px-3 py-2 text-sm text-soon">
      <p className="font-medium">{t('duplicate.contradiction')}</p>
      <ul>
        {against.map((one) => (
          <li key={one.edge}>
            <SaidLine said={one} />
          </li>
        ))}
      </ul>
    </div>
  );
}
