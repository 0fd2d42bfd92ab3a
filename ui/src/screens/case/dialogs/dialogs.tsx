import { useCodeText } from '../../../i18n';
import type { CaseView } from '../../../ipc/types';
import { AppointmentDialog } from '../../../parts/appointment/dialog';
import { ConsentDialog } from '../../../parts/consent/dialog';
import { ContactDialog } from '../../../parts/contact/dialog';
import { EntitlementDialog } from '../../../parts/entitlement/dialog';
import { MemberDialog } from '../../../parts/household/member-dialog';
import { NoteDialog } from '../../../parts/note/dialog';
import { useDraftName } from '../../../parts/person/who';
import { EditGroupDialog, type GroupPlace, NewGroupDialog } from '../../../parts/situation/dialog';
import { NewVisitDialog, RecordVisitDialog } from '../../../parts/visit/dialog';
import { useCommand } from '../../../state/command';
import { AssignDialog } from './assign';
import { CloseDialog, ReopenDialog } from './close';
import { ConfidentialityDialog, SituationDialog } from './edit';
import { ProtocolDialog } from './protocol';
import { ReferralDialog } from './referral';
import { ServiceDialog } from './service';
import { StepDialog } from './step';

export type CaseDialog =
  | { kind: 'step'; step: string; event?: 'postponed' }
  | { kind: 'visit_record'; visit: string }
  | { kind: 'group_edit'; situation: string }
  /** `back`: the dialog in which a consent was found missing. */
  | { kind: 'consent'; back?: 'referral' }
  | {
      kind:
        | 'note'
        | 'service'
        | 'visit'
        | 'visit_made'
        | 'appointment'
        | 'referral'
        | 'member'
        | 'contact'
        | 'entitlement'
        | 'assign'
        | 'close'
        | 'reopen'
        | 'protocol'
        | 'confidentiality'
        | 'situation'
        | 'group';
    };

interface Props {
  dialog: CaseDialog;
  view: CaseView;
  onClose: () => void;
  onDialog: (dialog: CaseDialog) => void;
}

/** The one dialog that is open over a case. */
export function CaseDialogs({ dialog, view, onClose, onDialog }: Props) {
  const code = useCodeText();
  const caseId = view.case.id;
  const person = view.person.person;
  const name = useDraftName()(view.person.card);
  const groups = { person, caseId, keepsApart: view.keeps_apart, name };
  switch (dialog.kind) {
    case 'step': {
      const step = view.track?.steps.find((one) => one.step === dialog.step);
      return step === undefined ? null : (
        <StepDialog
          view={view}
          step={step}
          postpone={'event' in dialog && dialog.event === 'postponed'}
          name={name}
          onClose={onClose}
        />
      );
    }
    case 'note':
      return (
        <NoteDialog caseId={caseId} person={person} reachable={view.person.reachable} name={name} onClose={onClose} />
      );
    case 'service':
      return <ServiceDialog caseId={caseId} person={person} onClose={onClose} />;
    case 'visit':
    case 'visit_made':
      return (
        <NewVisitDialog
          caseId={caseId}
          person={person}
          household={view.household?.household ?? null}
          place={placeOf(view)}
          reachable={view.person.reachable}
          name={name}
          made={dialog.kind === 'visit_made'}
          onClose={onClose}
        />
      );
    case 'visit_record': {
      const visit = view.visits.find((one) => one.visit.id === dialog.visit)?.visit;
      return visit === undefined ? null : (
        <RecordVisitDialog
          visit={visit}
          title={code('visit_kind', visit.record.kind ?? 'home')}
          name={name}
          onClose={onClose}
        />
      );
    }
    case 'appointment':
      return <AppointmentDialog caseId={caseId} person={person} reachable={view.person.reachable} onClose={onClose} />;
    case 'consent': {
      const { back } = dialog;
      return (
        <ConsentDialog
          caseId={caseId}
          person={person}
          sex={view.person.card.sex}
          asked={back === undefined ? null : 'referral'}
          onClose={back === undefined ? onClose : () => onDialog({ kind: back })}
        />
      );
    }
    case 'member':
      return <MemberDialog caseId={caseId} person={person} onClose={onClose} />;
    case 'entitlement':
      return <EntitlementDialog person={person} entitlement={null} onClose={onClose} />;
    case 'contact':
      return <ContactDialog caseId={caseId} person={person} contact={null} onClose={onClose} />;
    case 'referral':
      return (
        <ReferralDialog
          view={view}
          onClose={onClose}
          name={name}
          onConsent={() => onDialog({ kind: 'consent', back: 'referral' })}
        />
      );
    case 'assign':
      return <AssignDialog view={view} onClose={onClose} />;
    case 'close':
      return <CloseDialog caseId={caseId} name={name} onClose={onClose} />;
    case 'reopen':
      return <ReopenDialog caseId={caseId} name={name} onClose={onClose} />;
    case 'protocol':
      return <ProtocolDialog view={view} onClose={onClose} />;
    case 'confidentiality':
      return <ConfidentialityDialog view={view} onClose={onClose} />;
    case 'group':
      return <NewGroupDialog place={groups} onClose={onClose} />;
    case 'group_edit':
      return <TakenUpGroup place={groups} situation={dialog.situation} onClose={onClose} />;
    case 'situation':
      return <SituationDialog view={view} name={name} onClose={onClose} />;
  }
}

/** A group whose edit is taken up again: it is the person's, and comes with their page. */
function TakenUpGroup({ place, situation, onClose }: { place: GroupPlace; situation: string; onClose: () => void }) {
  const person = useCommand('person.get', { person: place.person });
  const found = person.data?.situations.find((one) => one.id === situation);
  return found === undefined ? null : <EditGroupDialog place={place} situation={found} onClose={onClose} />;
}

/** Where somebody is found, as it was written. The commune is not written there: it is told in either language. */
function placeOf(view: CaseView): string | null {
  return view.person.address ?? view.person.usual_place;
}
