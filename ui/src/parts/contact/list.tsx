import { PencilLine, ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import { Chip, IconButton } from '../../components';
import { dotted, Phone, useCodeText, useT } from '../../i18n';
import type { Contact, RecordView } from '../../ipc/types';
import { useTaken } from '../draft/about';
import { Dotted, SafeChip } from '../person/who';
import { ContactDialog } from './dialog';

/** Who may be reached about a person, and who must not be: the core gives no number for those. */
export function ContactList({
  contacts,
  person,
  mayEdit,
}: {
  contacts: readonly RecordView<Contact>[];
  person: string;
  mayEdit: boolean;
}) {
  const t = useT();
  const code = useCodeText();
  const taken = useTaken('contact_edit');
  const [open, setOpen] = useState<RecordView<Contact> | null>(contacts.find((one) => one.id === taken) ?? null);
  if (contacts.length === 0) return <p className="text-sm text-ink-2">{t('contact.none')}</p>;
  return (
    <>
      <ul aria-label={t('contact.many')} className="flex flex-col">
        {contacts.map((contact) => {
          const { id, record } = contact;
          const never = record.alleged_perpetrator === true;
          return (
            <li key={id} className="flex items-center gap-2 border-b border-dashed border-line py-2 last:border-b-0">
              <span className="min-w-0 flex-1">
                <bdi className="block font-medium">{record.name}</bdi>
                <span className="flex flex-wrap items-center gap-1.5 text-sm text-ink-2">
                  <Dotted
                    parts={[
                      record.kinship === null ? null : code('kinship', record.kinship),
                      record.companion === true && t('contact.companion'),
                      record.phone === null ? null : <Phone key="phone" number={record.phone} />,
                      record.remark,
                    ]}
                  />
                  {never ? (
                    <Chip meaning="late" icon={<ShieldAlert aria-hidden />}>
                      {t('contact.alleged')}
                    </Chip>
                  ) : (
                    record.phone !== null && <SafeChip safe={record.safe_contact} />
                  )}
                </span>
              </span>
              {mayEdit && (
                <IconButton size="row" label={dotted(t('contact.edit'), record.name)} onPress={() => setOpen(contact)}>
                  <PencilLine aria-hidden />
                </IconButton>
              )}
            </li>
          );
        })}
      </ul>
      {open !== null && (
        <ContactDialog person={person} caseId={open.record.case} contact={open} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
