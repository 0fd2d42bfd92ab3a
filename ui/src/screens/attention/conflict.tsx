import { Check } from 'lucide-react';
import { useId } from 'react';
import { Button, ErrorNote } from '../../components';
import { useCodeText, useDates, useT } from '../../i18n';
import type { Conflict, ConflictItem } from '../../ipc/types';
import { useSend } from '../../parts/form/send';
import { Dotted, useStaffText } from '../../parts/person/who';
import { Value } from '../../parts/value/value';

/** The values of one field side by side: who, when, one press each. The others stay in the history. */
export function ConflictField({ item, conflict }: { item: ConflictItem; conflict: Conflict }) {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  const staff = useStaffText();
  const id = useId();
  const { send, isPending, error } = useSend('conflict.resolve', { done: t('attention.resolved') });
  const field = code('field_name', conflict.field);
  return (
    <div className="mt-3">
      <p className="mb-1.5 font-medium">{field}</p>
      <ul aria-label={field} className="grid gap-3 md:grid-cols-2">
        {conflict.values.map((one, index) => {
          const at = new Date(Number(one.at_ms)).toISOString();
          return (
            <li
              key={`${one.at_ms}-${one.staff.staff ?? index}`}
              className="flex flex-col gap-2 rounded-card border border-line bg-paper p-3"
            >
              <p
                id={`${id}-value-${index}`}
                dir="auto"
                className="text-lg font-semibold break-words whitespace-pre-wrap"
              >
                <Value kind={item.kind} field={conflict.field} value={one.value} caseId={item.case?.case ?? null} />
              </p>
              <p className="flex-1 text-sm text-ink-2">
                <Dotted
                  parts={[staff(one.staff), dates.ago(at), dates.time(at), index === 0 && t('attention.shown_now')]}
                />
              </p>
              <Button
                size="row"
                variant={index === 0 ? 'primary' : 'secondary'}
                icon={<Check aria-hidden />}
                isPending={isPending}
                id={`${id}-choose-${index}`}
                aria-labelledby={`${id}-choose-${index} ${id}-value-${index}`}
                onPress={() =>
                  send({ kind: item.kind, id: item.id, field: conflict.field, value: one.value, seen: item.seen })
                }
              >
                {t('attention.choose')}
              </Button>
            </li>
          );
        })}
      </ul>
      <div className="mt-2 empty:hidden">
        <ErrorNote error={error} />
      </div>
    </div>
  );
}
