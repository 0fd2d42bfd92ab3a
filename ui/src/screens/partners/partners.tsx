import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button, Card, Chip, EmptyState, Loaded, PageHead, Row, RowList, SearchBox, Select } from '../../components';
import { Phone, useCodeText, useDates, useT } from '../../i18n';
import type { PartnerType, PartnerView } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { aboutOf, type Writing } from '../../parts/draft/use-dialog-draft';
import { useChoices } from '../../parts/form/choices';
import { useSettled } from '../../parts/person/use-search';
import { Dotted } from '../../parts/person/who';
import { useEither } from '../../parts/protocol/label';
import { useMay } from '../../parts/role/roles';
import { useCommand } from '../../state/command';
import { useKept } from '../../state/trail';
import { PartnerDialog } from './partner-dialog';

/** A new entry, or one of the list by its id. */
type Open = { partner: string | null };

/** The partners somebody may be referred to. */
export function PartnersScreen({ writing = null }: { writing?: Writing | null }) {
  const t = useT();
  const may = useMay();
  const choices = useChoices();
  const [query, setQuery] = useKept('query', '');
  const [type, setType] = useKept<PartnerType | 'any'>('type', 'any');
  const [open, setOpen] = useState<Open | null>(writing === null ? null : { partner: aboutOf(writing) });
  const settled = useSettled(query.trim());
  const partners = useCommand(
    'partner.list',
    { query: settled === '' ? null : settled, partner_type: type === 'any' ? null : type, inactive: false },
    { keepPrevious: true },
  );
  const opened = partners.data?.find((view) => view.partner.id === open?.partner)?.partner;
  const add = may.keepDirectory ? (
    <Button variant="primary" icon={<Plus aria-hidden />} onPress={() => setOpen({ partner: null })}>
      {t('partner.add')}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHead title={t('nav.partners')} end={add} />
      <div className="mb-3 flex flex-wrap items-end gap-3">
        <SearchBox label={t('partner.search')} value={query} onChange={setQuery} className="min-w-64 flex-1" />
        <Select
          label={t('partner.type')}
          value={type}
          options={[{ key: 'any', label: t('partner.any_type') }, ...choices('partner_type', CODES.PartnerType)]}
          onChange={(next) => setType(next)}
          className="w-56"
        />
      </div>
      <Card padded={false}>
        <Loaded query={partners}>
          {(list) =>
            list.length === 0 ? (
              <EmptyState text={t(settled === '' && type === 'any' ? 'partner.empty' : 'partner.none')} action={add} />
            ) : (
              <RowList label={t('nav.partners')}>
                {list.map((view) => (
                  <PartnerRow
                    key={view.partner.id}
                    view={view}
                    {...(may.keepDirectory ? { onOpen: () => setOpen({ partner: view.partner.id }) } : {})}
                  />
                ))}
              </RowList>
            )
          }
        </Loaded>
      </Card>
      {may.keepDirectory && open !== null && (open.partner === null || opened !== undefined) && (
        <PartnerDialog partner={opened ?? null} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

function PartnerRow({ view, onOpen }: { view: PartnerView; onOpen?: () => void }) {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  const either = useEither();
  const { record } = view.partner;
  return (
    <Row
      what={<bdi>{either(record.name_ar, record.name_fr)}</bdi>}
      who={
        <Dotted
          parts={[
            record.services,
            view.commune_names === null ? null : either(...view.commune_names),
            record.phone === null ? null : <Phone key="phone" number={record.phone} />,
            record.hours,
          ]}
        />
      }
      chip={
        <>
          {view.waiting > 0 && <Chip meaning="soon">{t('partner.waiting', { count: view.waiting })}</Chip>}
          {record.partner_type !== null && <Chip>{code('partner_type', record.partner_type)}</Chip>}
        </>
      }
      window={record.assured_on === null ? undefined : t('partner.assured', { day: dates.day(record.assured_on) })}
      {...(onOpen === undefined ? {} : { onOpen })}
    />
  );
}
