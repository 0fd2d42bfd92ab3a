import { useLocation } from 'wouter';
import { Button, Chip, type Meaning, Row } from '../../components';
import { dotted, useCodeText, useDates, useT } from '../../i18n';
import type { ReferralRow, ReferralStatus } from '../../ipc/types';
import { to } from '../../routes';
import { CaseNumber, Dotted, Who } from '../person/who';
import { useEither } from '../protocol/label';

export const REFERRAL_MEANING: Record<ReferralStatus, Meaning> = {
  draft: 'plain',
  sent: 'soon',
  received: 'soon',
  accepted: 'info',
  refused: 'late',
  served: 'done',
  not_served: 'late',
  closed: 'plain',
};

/** A referral in a list: what is asked, of whom, where it stands, since when. */
export function ReferralRowLine({ row, inCase = false }: { row: ReferralRow; inCase?: boolean }) {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  const either = useEither();
  const [, go] = useLocation();
  const open = () => go(to.referral(row.referral));
  const { status } = row.state;
  return (
    <Row
      meaning={REFERRAL_MEANING[status]}
      what={<Dotted parts={[row.service_asked, either(row.partner_ar, row.partner_fr)]} />}
      who={
        <Dotted
          parts={[
            inCase ? null : <Who key="who" person={row.person} />,
            <CaseNumber key="reference" number={row.reference} />,
            inCase ? null : <CaseNumber key="case" number={row.case.number} />,
          ]}
        />
      }
      chip={<Chip meaning={REFERRAL_MEANING[status]}>{code('referral_status', status)}</Chip>}
      window={
        row.days_waiting !== null
          ? t('referral.waiting_days', { days: row.days_waiting })
          : row.state.since !== null
            ? dates.near(row.state.since)
            : row.created_on !== null
              ? dates.near(row.created_on)
              : undefined
      }
      onOpen={open}
      button={
        <Button size="row" onPress={open} aria-label={dotted(t('action.open'), row.reference)}>
          {t('action.open')}
        </Button>
      }
    />
  );
}
