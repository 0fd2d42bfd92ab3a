import { useLocation } from 'wouter';
import { Chip, Row } from '../../components';
import { useCodeText, useDates, useT } from '../../i18n';
import type { CaseRow } from '../../ipc/types';
import { to } from '../../routes';
import { DueChip, dueMeaning, useWindowText } from '../due/due';
import { CaseNumber, ConfidentialityChip, Dotted, useStaffText, Who } from '../person/who';
import { useLabel } from '../protocol/label';

/** A case in a list: whose, what it is about, the next step and when. */
export function CaseLine({ row, ofPerson = false }: { row: CaseRow; ofPerson?: boolean }) {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  const label = useLabel();
  const staff = useStaffText();
  const windowText = useWindowText({ inList: true });
  const [, go] = useLocation();
  const closed = row.status === 'closed';
  const next = label(row.next_step);
  const type = row.case_type === null ? t('case.one') : code('case_type', row.case_type);
  return (
    <Row
      meaning={closed ? 'plain' : dueMeaning(row.due)}
      what={ofPerson ? type : <Who person={row.person} />}
      who={
        <Dotted
          parts={[
            <CaseNumber key="number" number={row.number} />,
            ofPerson ? null : type,
            next === '' ? null : t('case.next_is', { step: next }),
            row.lead === null ? null : staff(row.lead),
          ]}
        />
      }
      chip={
        <>
          <ConfidentialityChip value={row.confidentiality} />
          {closed ? <Chip>{code('case_status', 'closed')}</Chip> : <DueChip due={row.due} />}
        </>
      }
      window={
        row.due !== null
          ? windowText(row.due)
          : row.opened_on === null
            ? undefined
            : t('case.since', { day: dates.day(row.opened_on) })
      }
      onOpen={() => go(to.case(row.case))}
    />
  );
}
