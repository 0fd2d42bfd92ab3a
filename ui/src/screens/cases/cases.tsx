import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button, Card, Checkbox, EmptyState, Loaded, PageHead, RowList, SearchBox, Segmented } from '../../components';
import { useT } from '../../i18n';
import { CaseLine } from '../../parts/case/line';
import { ExportDialog } from '../../parts/list/export-dialog';
import { useSettled } from '../../parts/person/use-search';
import { useStaffText } from '../../parts/person/who';
import { useMay } from '../../parts/role/roles';
import { to } from '../../routes';
import { useCommand } from '../../state/command';
import { useSession } from '../../state/session';
import { useKept } from '../../state/trail';

const PAGE = 50;

/** One's own cases; every case for a director who asks. The most pressing first. */
export function CasesScreen({ staff = null }: { staff?: string | null }) {
  const t = useT();
  const users = useCommand('user.list', {}, { enabled: staff !== null });
  const name = useStaffText()(users.data?.find((one) => one.staff === staff));
  const may = useMay();
  const [, go] = useLocation();
  const [query, setQuery] = useKept('query', '');
  const [whose, setWhose] = useKept<'mine' | 'all'>('whose', may.seeAll ? 'all' : 'mine');
  const [closed, setClosed] = useKept('closed', false);
  const [limit, setLimit] = useKept('limit', PAGE);
  const settled = useSettled(query.trim());
  const [exporting, setExporting] = useState(false);
  const me = useSession().user.staff;
  const whoseCases = staff ?? (whose === 'mine' ? me : null);
  const cases = useCommand(
    'case.list',
    { query: settled === '' ? null : settled, staff, all: staff === null && whose === 'all', closed, offset: 0, limit },
    { keepPrevious: true },
  );
  return (
    <>
      <PageHead
        title={staff === null ? t('nav.cases') : t('cases.of', { name })}
        note={cases.data === undefined ? undefined : t('cases.count', { count: cases.data.total })}
        end={
          may.exportLists && (
            <Button icon={<FileDown aria-hidden />} onPress={() => setExporting(true)}>
              {t('export.title')}
            </Button>
          )
        }
      />
      {exporting && (
        <ExportDialog
          cases={{ staff: whoseCases, closed, query: settled === '' ? null : settled }}
          onClose={() => setExporting(false)}
        />
      )}
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <SearchBox label={t('cases.search')} value={query} onChange={setQuery} className="min-w-64 flex-1" />
        {staff === null ? (
          <Segmented
            hideLabel
            label={t('cases.whose')}
            value={whose}
            choices={[
              { key: 'mine', label: t('cases.mine') },
              { key: 'all', label: t('cases.all') },
            ]}
            onChange={setWhose}
          />
        ) : (
          <Button size="row" onPress={() => go(to.cases)}>
            {t('cases.everyone')}
          </Button>
        )}
        <Checkbox isSelected={closed} onChange={setClosed} isInline>
          {t('cases.closed_too')}
        </Checkbox>
      </div>
      <Card padded={false}>
        <Loaded query={cases}>
          {(data) =>
            data.items.length === 0 ? (
              <EmptyState
                text={t(settled === '' ? 'cases.empty' : 'cases.no_match')}
                action={
                  <Button variant="primary" onPress={() => go(to.intake)}>
                    {t('top.new_reception')}
                  </Button>
                }
              />
            ) : (
              <>
                <RowList label={t('nav.cases')}>
                  {data.items.map((row) => (
                    <CaseLine key={row.case} row={row} />
                  ))}
                </RowList>
                {data.total > data.items.length && (
                  <div className="border-t border-line p-2 text-center">
                    <Button size="row" variant="quiet" onPress={() => setLimit(limit + PAGE)}>
                      {t('list.more', { count: data.total - data.items.length })}
                    </Button>
                  </div>
                )}
              </>
            )
          }
        </Loaded>
      </Card>
    </>
  );
}
