import { FileText, Image as ImageIcon, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Chip, IconButton } from '../../components';
import { dotted, useCodeText, useDates, useT } from '../../i18n';
import type { AttachmentPlace, AttachmentView } from '../../ipc/types';
import { useDocument } from '../document/open';
import { useTaken } from '../draft/about';
import { Dotted, useStaffText } from '../person/who';
import { AttachmentViewer } from './viewer';
import { AttachmentWithdraw } from './withdraw';

const MEANING: Record<AttachmentPlace, 'soon' | 'done' | 'calm' | 'plain'> = {
  only_here: 'soon',
  at_hub: 'done',
  not_here: 'calm',
  awaited: 'plain',
};

/** Scans and photos, newest first: what each is, who laid it there, where its bytes are. Pressed, it opens. */
export function AttachmentList({ attachments }: { attachments: readonly AttachmentView[] }) {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  const staff = useStaffText();
  const show = useDocument();
  const [shown, setShown] = useState<AttachmentView | null>(null);
  const taken = useTaken('attachment_withdraw');
  const [withdrawn, setWithdrawn] = useState<AttachmentView | null>(
    attachments.find((one) => one.id === taken) ?? null,
  );
  if (attachments.length === 0) return <p className="text-sm text-ink-2">{t('attachment.none')}</p>;
  const open = (one: AttachmentView) =>
    one.media_type === 'application/pdf' ? void show('attachment.get', { attachment: one.id }) : setShown(one);
  return (
    <>
      <ul aria-label={t('attachment.many')} className="flex flex-col">
        {attachments.map((one) => {
          const purpose = one.purpose === null ? '' : code('attachment_purpose', one.purpose);
          const name = one.name ?? purpose;
          const Icon = one.media_type === 'application/pdf' ? FileText : ImageIcon;
          const gone = one.withdrawn_on !== null;
          const here = one.place === 'only_here' || one.place === 'at_hub';
          return (
            <li
              key={one.id}
              className="flex items-center gap-2.5 border-b border-dashed border-line py-2 last:border-b-0"
            >
              <Icon aria-hidden className="size-4.5 shrink-0 text-ink-3" />
              <span className="min-w-0 flex-1">
                {gone || !here ? (
                  <bdi className={`block font-medium ${gone ? 'text-ink-2 line-through' : ''}`}>{name}</bdi>
                ) : (
                  <button
                    type="button"
                    aria-label={t('attachment.show', { name })}
                    onClick={() => open(one)}
                    className="block max-w-full cursor-pointer truncate rounded-sm text-start font-medium text-accent hover:underline"
                  >
                    <bdi>{name}</bdi>
                  </button>
                )}
                <span className="flex flex-wrap items-center gap-1.5 text-sm text-ink-2">
                  <Dotted
                    parts={[
                      name === purpose ? null : purpose,
                      one.day === null ? null : dates.near(one.day),
                      staff(one.staff),
                      one.withdrawn_on === null
                        ? null
                        : t('attachment.withdrawn_on', { day: dates.day(one.withdrawn_on) }),
                      one.withdrawn_reason,
                    ]}
                  />
                  {!gone && <Chip meaning={MEANING[one.place]}>{code('attachment_place', one.place)}</Chip>}
                </span>
              </span>
              {one.may_withdraw && (
                <IconButton size="row" label={dotted(t('attachment.withdraw'), name)} onPress={() => setWithdrawn(one)}>
                  <Undo2 aria-hidden />
                </IconButton>
              )}
            </li>
          );
        })}
      </ul>
      {shown !== null && <AttachmentViewer attachment={shown} onClose={() => setShown(null)} />}
      {withdrawn !== null && <AttachmentWithdraw attachment={withdrawn} onClose={() => setWithdrawn(null)} />}
    </>
  );
}
