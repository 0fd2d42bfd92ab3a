import { PencilLine } from 'lucide-react';
import { useState } from 'react';
import { Chip, IconButton } from '../../components';
import { dotted, Ltr, useCodeText, useDates, useT } from '../../i18n';
import type { Entitlement, EntitlementStatus, RecordView } from '../../ipc/types';
import { useTaken } from '../draft/about';
import { Dotted } from '../person/who';
import { EntitlementDialog } from './dialog';

const MEANING: Record<EntitlementStatus, 'soon' | 'info' | 'done' | 'late' | 'calm'> = {
  to_request: 'soon',
  requested: 'info',
  granted: 'done',
  refused: 'late',
  ended: 'calm',
};

/** Where a person stands with each programme, in the order one leads to the next. */
export function EntitlementList({
  entitlements,
  person,
}: {
  entitlements: readonly RecordView<Entitlement>[];
  person: string;
}) {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  const taken = useTaken('entitlement_edit');
  const [open, setOpen] = useState<RecordView<Entitlement> | null>(
    entitlements.find((one) => one.id === taken) ?? null,
  );
  if (entitlements.length === 0) return <p className="text-sm text-ink-2">{t('entitlement.none')}</p>;
  return (
    <>
      <ul aria-label={t('entitlement.many')} className="flex flex-col">
        {entitlements.map((entitlement) => {
          const { id, record } = entitlement;
          const name = record.programme === null ? '' : code('programme', record.programme);
          return (
            <li key={id} className="flex items-center gap-2 border-b border-dashed border-line py-2 last:border-b-0">
              <span className="min-w-0 flex-1">
                <bdi className="block font-medium">{name}</bdi>
                <span className="flex flex-wrap items-center gap-1.5 text-sm text-ink-2">
                  {record.status !== null && (
                    <Chip meaning={MEANING[record.status]}>{code('entitlement_status', record.status)}</Chip>
                  )}
                  <Dotted
                    parts={[
                      record.since === null ? null : t('entitlement.since_day', { day: dates.day(record.since) }),
                      record.number === null ? null : (
                        <Ltr key="number" className="tabular">
                          {record.number}
                        </Ltr>
                      ),
                      record.remark,
                    ]}
                  />
                </span>
              </span>
              <IconButton size="row" label={dotted(t('entitlement.edit'), name)} onPress={() => setOpen(entitlement)}>
                <PencilLine aria-hidden />
              </IconButton>
            </li>
          );
        })}
      </ul>
      {open !== null && <EntitlementDialog person={person} entitlement={open} onClose={() => setOpen(null)} />}
    </>
  );
}
