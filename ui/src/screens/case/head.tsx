import { Ellipsis, FolderX, LockKeyhole, PencilLine, RotateCcw, Sparkles, UserPlus } from 'lucide-react';
import { Link } from 'wouter';
import { Avatar, Chip, IconButton, Menu, type MenuEntry } from '../../components';
import { dotted, Phone, useCodeText, useT } from '../../i18n';
import type { CaseAct, CaseView } from '../../ipc/types';
import { DangerHead } from '../../parts/danger/danger';
import { BackToList } from '../../parts/list/back';
import { CaseNumber, ConfidentialityChip, Dotted, SafeChip, usePersonText, Who } from '../../parts/person/who';
import { useEither } from '../../parts/protocol/label';
import { to } from '../../routes';
import type { CaseDialog } from './dialogs/dialogs';

/** Who the case is about, how they may be reached, what may be done with the case as a whole. */
export function CaseHead({ view, onDialog }: { view: CaseView; onDialog: (dialog: CaseDialog) => void }) {
  const t = useT();
  const code = useCodeText();
  const either = useEither();
  const name = usePersonText();
  const { card, person, phone, address, safe_contact, reachable } = view.person;
  const { record } = view.case;
  const commune = either(card.commune_ar, card.commune_fr);
  return (
    <header className="mb-3.5 flex flex-wrap items-center gap-x-3.5 gap-y-2">
      <div className="basis-full">
        <BackToList usual={to.cases} />
      </div>
      <Avatar name={name(card)} size="page" />
      <div className="min-w-0 flex-1 basis-60">
        <h1 className="text-title leading-8 font-bold [&_bdi+bdi]:text-xl">
          <Link href={to.person(person)} className="rounded-sm hover:text-accent">
            <Who person={card} />
          </Link>
        </h1>
        <p className="flex flex-wrap items-center gap-x-1 gap-y-1 text-sm text-ink-2">
          <Dotted
            parts={[
              card.age === null ? null : t('age.years', { years: card.age }),
              [commune, address].filter(Boolean).join(t('list.comma')),
              // What was answered protects the address too: it is told of whoever has no telephone.
              phone === null && safe_contact === null ? null : (
                <span key="phone" className="inline-flex max-w-full flex-wrap items-center gap-1.5">
                  {phone !== null && <Phone number={phone} />}
                  <SafeChip safe={safe_contact} hours={reachable.hours} />
                </span>
              ),
              record.case_type === null ? null : code('case_type', record.case_type),
              <span key="number">
                {t('case.one')} <CaseNumber number={record.number ?? ''} />
              </span>,
            ]}
          />
        </p>
      </div>
      <div className="flex items-center gap-2">
        <ConfidentialityChip value={record.confidentiality} size="large" />
        {view.state.status === 'closed' && (
          <Chip size="large">{dotted(code('case_status', 'closed'), code('closure_reason', view.state.closure))}</Chip>
        )}
        <CaseMenu view={view} onDialog={onDialog} />
      </div>
      <DangerHead dangers={view.dangers} />
    </header>
  );
}

function CaseMenu({ view, onDialog }: { view: CaseView; onDialog: (dialog: CaseDialog) => void }) {
  const t = useT();
  const may = (what: CaseAct) => view.may.includes(what);
  const entries: MenuEntry[] = [];
  const add = (key: CaseDialog['kind'], label: string, icon: MenuEntry['icon'], danger = false) =>
    entries.push({ key, label, icon, danger, onChoose: () => onDialog({ kind: key } as CaseDialog) });
  if (may('edit')) add('situation', t('case.edit_situation'), <PencilLine aria-hidden />);
  if (may('edit') && view.track === null) add('protocol', t('protocol.start'), <Sparkles aria-hidden />);
  if (may('assign')) add('assign', t('case.assign'), <UserPlus aria-hidden />);
  if (may('edit')) add('confidentiality', t('case.confidentiality'), <LockKeyhole aria-hidden />);
  if (may('reopen')) add('reopen', t('case.reopen'), <RotateCcw aria-hidden />);
  if (may('close')) add('close', t('case.close'), <FolderX aria-hidden />, true);
  if (entries.length === 0) return null;
  return (
    <Menu
      label={t('case.actions')}
      entries={entries}
      trigger={
        <IconButton label={t('case.actions')} variant="secondary">
          <Ellipsis aria-hidden />
        </IconButton>
      }
    />
  );
}
