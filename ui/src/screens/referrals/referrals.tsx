import { useLocation } from 'wouter';
import { Button, Card, EmptyState, ErrorNote, Loaded, PageHead, RowList, Segmented, TextField } from '../../components';
import { useT } from '../../i18n';
import type { ReferralStatus } from '../../ipc/types';
import { useSend } from '../../parts/form/send';
import { ReferralRowLine } from '../../parts/referral/row';
import { to } from '../../routes';
import { useCommand } from '../../state/command';
import { useKept } from '../../state/trail';

type Filter = 'open' | 'awaiting' | 'accepted' | 'refused' | 'all';

const STATUSES: Record<Filter, ReferralStatus[]> = {
  open: [],
  awaiting: ['sent', 'received'],
  accepted: ['accepted'],
  refused: ['refused', 'not_served'],
  all: [],
};

const REFERENCE_SHAPE = 'R-7K3M-9QPT';

/** Referrals in course; any of them found by the reference typed from its letter. */
export function ReferralsScreen() {
  const t = useT();
  const [, go] = useLocation();
  const [filter, setFilter] = useKept<Filter>('filter', 'open');
  const [reference, setReference] = useKept('reference', '');
  const referrals = useCommand(
    'referral.list',
    { status: STATUSES[filter], closed: filter === 'all' },
    { keepPrevious: true },
  );
  const find = useSend('referral.find', { onDone: (found) => go(to.referral(found.referral.id)) });
  return (
    <>
      <PageHead title={t('nav.referrals')} />
      <div className="mb-3 flex flex-wrap items-end gap-x-4 gap-y-2">
        <Segmented
          hideLabel
          label={t('referrals.show')}
          value={filter}
          choices={[
            { key: 'open', label: t('referrals.open') },
            { key: 'awaiting', label: t('referrals.awaiting') },
            { key: 'accepted', label: t('referrals.accepted') },
            { key: 'refused', label: t('referrals.refused') },
            { key: 'all', label: t('referrals.all') },
          ]}
          onChange={setFilter}
        />
        <form
          className="flex flex-1 items-end justify-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (reference.trim() !== '') find.send({ reference });
          }}
        >
          <TextField
            label={t('referrals.reference')}
            dir="ltr"
            placeholder={REFERENCE_SHAPE}
            value={reference}
            onChange={setReference}
          />
          <Button type="submit" isPending={find.isPending}>
            {t('referrals.find')}
          </Button>
        </form>
      </div>
      <ErrorNote error={find.error} />
      <Card padded={false}>
        <Loaded query={referrals}>
          {(list) =>
            list.length === 0 ? (
              <EmptyState
                text={t('referrals.empty')}
                action={<Button onPress={() => go(to.cases)}>{t('visits.to_cases')}</Button>}
              />
            ) : (
              <RowList label={t('nav.referrals')}>
                {list.map((row) => (
                  <ReferralRowLine key={row.referral} row={row} />
                ))}
              </RowList>
            )
          }
        </Loaded>
      </Card>
    </>
  );
}
