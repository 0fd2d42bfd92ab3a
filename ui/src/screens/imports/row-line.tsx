import { Checkbox, Chip } from '../../components';
import { Bdi, formatPhone, Ltr, useCodeText, useT } from '../../i18n';
import type { RowPreview } from '../../ipc/types';
import { Dotted, usePersonFacts, Who } from '../../parts/person/who';
import { useEither } from '../../parts/protocol/label';

/** A row of the list, as it would be written, or why it would not. */
export function RowLine({
  row,
  isLeftOut,
  onLeaveOut,
}: {
  row: RowPreview;
  isLeftOut: boolean;
  onLeaveOut: (out: boolean) => void;
}) {
  const t = useT();
  const code = useCodeText();
  const facts = usePersonFacts();
  const either = useEither();
  const { person, card } = row;
  return (
    <li className="flex items-start gap-3 border-b border-line px-4 py-2.5 last:border-b-0">
      <span className="tabular w-14 shrink-0 pt-0.5 text-sm text-ink-3">{row.row}</span>
      <div className={`min-w-0 flex-1 ${isLeftOut ? 'opacity-55' : ''}`}>
        {person !== null && card !== null ? (
          <>
            <p className="font-semibold">
              <Who person={card} />
            </p>
            <p className="text-sm text-ink-2">
              <Dotted
                parts={[
                  ...facts(card),
                  card.commune_ar === null ? either(row.province_names?.[0], row.province_names?.[1]) : null,
                  person.cnie === null ? null : <Ltr key="cnie">{person.cnie}</Ltr>,
                  person.phone === null ? null : <Ltr key="phone">{formatPhone(person.phone)}</Ltr>,
                  person.paper_file === null ? null : <Ltr key="file">{person.paper_file}</Ltr>,
                ]}
              />
            </p>
            {person.import_remark !== null && (
              <p className="line-clamp-2 text-sm whitespace-pre-line text-ink-3">
                <Bdi>{person.import_remark}</Bdi>
              </p>
            )}
          </>
        ) : (
          <p className="line-clamp-2 text-sm text-ink-2">
            <Dotted parts={row.cells} />
          </p>
        )}
        <p className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
          {row.refusal !== null && <Chip meaning="late">{code('list_refusal', row.refusal)}</Chip>}
          {row.twin_of !== null && (
            <Chip meaning="soon">{t('import.twin_of', { row: row.twin_of, sex: card?.sex })}</Chip>
          )}
          {row.doubts.map((doubt) => (
            <Chip key={`${doubt.code}${doubt.column}`} meaning="soon">
              {code('list_doubt', doubt.code, { sex: card?.sex })}
            </Chip>
          ))}
        </p>
      </div>
      {person !== null && (
        <Checkbox isInline isSelected={isLeftOut} onChange={onLeaveOut}>
          <span className="text-sm">{t('import.leave_out')}</span>
        </Checkbox>
      )}
    </li>
  );
}
