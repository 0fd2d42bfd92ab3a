import { FileDown, FileSpreadsheet, UsersRound } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import {
  Button,
  Card,
  Chip,
  Count,
  DatePicker,
  EmptyState,
  Loaded,
  PageHead,
  Row,
  RowList,
  SearchBox,
} from '../../components';
import { useCodeText, useDates, useT } from '../../i18n';
import { ExportDialog } from '../../parts/list/export-dialog';
import { PersonHits } from '../../parts/person/hits';
import { usePersonSearch } from '../../parts/person/use-search';
import { Dotted, useStaffText, Who } from '../../parts/person/who';
import { useMay } from '../../parts/role/roles';
import { chipTone, toneOf } from '../../parts/value/tones';
import { to } from '../../routes';
import { useCommand } from '../../state/command';
import { useKept } from '../../state/trail';

/** Look somebody up; below, who passed at the desk. */
export function PeopleScreen() {
  const t = useT();
  const [, go] = useLocation();
  const [query, setQuery] = useKept('query', '');
  const found = usePersonSearch(query);
  const may = useMay();
  const [exporting, setExporting] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  // From the box into the list and through it, as in every list.
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Enter' && at >= 0) return;
    const next = event.key === 'ArrowDown' || event.key === 'Enter' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : null;
    if (next === null || buttons.length === 0) return;
    event.preventDefault();
    buttons[Math.max(0, Math.min(buttons.length - 1, next))]?.focus();
  };
  return (
    <>
      <PageHead
        title={t('nav.people')}
        end={
          <span className="flex flex-wrap gap-2">
            <DuplicatesLink />
            {may.exportLists && (
              <Button icon={<FileDown aria-hidden />} onPress={() => setExporting(true)}>
                {t('export.title')}
              </Button>
            )}
            {may.importLists && (
              <Button icon={<FileSpreadsheet aria-hidden />} onPress={() => go(to.imports)}>
                {t('import.new')}
              </Button>
            )}
          </span>
        }
      />
      {exporting && (
        <ExportDialog
          people={{ query: query.trim() === '' ? null : query.trim() }}
          onClose={() => setExporting(false)}
        />
      )}
      <SearchBox
        label={t('intake.find_label')}
        placeholder={t('intake.find_placeholder')}
        size="large"
        autoFocus
        value={query}
        onChange={setQuery}
        onKeyDown={onKeyDown}
      />
      {found.asked ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: arrows between the buttons of the list
        <div ref={list} onKeyDown={onKeyDown} className="mt-3">
          {found.people.length === 0 && found.settled ? (
            <Card>
              <EmptyState
                text={t('search.nobody')}
                action={
                  <Button variant="primary" onPress={() => go(to.intake, { state: { query: query.trim() } })}>
                    {t('top.new_reception')}
                  </Button>
                }
              />
            </Card>
          ) : (
            <PersonHits
              people={found.people}
              label={t('search.results')}
              action={t('action.open')}
              onChoose={(hit) => hit.person.person !== null && go(to.person(hit.person.person))}
            />
          )}
          {found.more && <p className="mt-2 text-sm text-ink-3">{t('search.more')}</p>}
        </div>
      ) : (
        <Receptions />
      )}
    </>
  );
}

/** Those who may be registered twice, when there are any or when nobody has looked yet. */
function DuplicatesLink() {
  const t = useT();
  const [, go] = useLocation();
  const found = useCommand('duplicate.list', { offset: 0, limit: 1 });
  const count = found.data?.total ?? 0;
  if (found.data === undefined || (count === 0 && found.data.left === 0)) return null;
  return (
    <Button icon={<UsersRound aria-hidden />} onPress={() => go(to.duplicates)}>
      {t('people.duplicates')}
      {count > 0 && <Count value={count} />}
    </Button>
  );
}

function Receptions() {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  const staff = useStaffText();
  const [, go] = useLocation();
  const [day, setDay] = useKept<string | null>('day', dates.today);
  const receptions = useCommand('reception.list', { day: day ?? dates.today }, { keepPrevious: true });
  return (
    <section aria-label={t('people.receptions')} className="mt-5">
      <div className="mb-2 flex items-end justify-between gap-3">
        <h2 className="text-lg font-semibold">{t('people.receptions')}</h2>
        <DatePicker label={t('people.day')} max={dates.today} value={day} onChange={setDay} />
      </div>
      <Card padded={false}>
        <Loaded query={receptions}>
          {(list) =>
            list.length === 0 ? (
              <EmptyState
                text={t('people.no_receptions')}
                action={
                  <Button variant="primary" onPress={() => go(to.intake)}>
                    {t('top.new_reception')}
                  </Button>
                }
              />
            ) : (
              <RowList label={t('people.receptions')}>
                {list.map(({ reception, person, staff: by }) => {
                  const { record } = reception;
                  return (
                    <Row
                      key={reception.id}
                      start={<span className="tabular w-6 text-center font-semibold text-ink-2">{record.number}</span>}
                      what={person === null ? t('people.no_card') : <Who person={person} />}
                      who={
                        <Dotted
                          parts={[
                            record.source === null ? null : code('source', record.source),
                            record.reason,
                            staff(by),
                          ]}
                        />
                      }
                      chip={
                        <>
                          {record.urgency !== null && record.urgency !== 'ordinary' && (
                            <Chip meaning={chipTone(toneOf('urgency', record.urgency), 'plain')}>
                              {code('urgency', record.urgency)}
                            </Chip>
                          )}
                          {record.orientation !== null && (
                            <Chip meaning="calm">{code('orientation', record.orientation)}</Chip>
                          )}
                        </>
                      }
                      window={record.opened_at === null ? undefined : dates.time(record.opened_at)}
                      {...(person?.person === null || person?.person === undefined
                        ? {}
                        : { onOpen: () => go(to.person(person.person ?? '')) })}
                    />
                  );
                })}
              </RowList>
            )
          }
        </Loaded>
      </Card>
    </section>
  );
}
