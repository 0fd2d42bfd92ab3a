import { UserPlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Avatar, Button, Loaded, Section } from '../../components';
import { useCodeText, useT } from '../../i18n';
import type { DeviceUser, StaffCard } from '../../ipc/types';
import { useStaffText } from '../../parts/person/who';
import { useMay } from '../../parts/role/roles';
import { useCommand } from '../../state/command';
import { AddUserDialog, CloseUserDialog, OpenUserDialog } from './user-dialogs';

/** Who can unlock this device; below, colleagues of the center who cannot. Whoever keeps accounts changes both. */
export function Users() {
  const t = useT();
  const may = useMay();
  const here = useCommand('user.on_device', {});
  const all = useCommand('user.list', {}, { enabled: may.keepAccounts });
  const [adding, setAdding] = useState(false);
  const [closing, setClosing] = useState<DeviceUser | null>(null);
  const [opening, setOpening] = useState<StaffCard | null>(null);
  const elsewhere = (all.data ?? []).filter((one) => !here.data?.some((user) => user.card.staff === one.staff));
  return (
    <Section
      title={t('settings.users')}
      end={
        may.keepAccounts && (
          <Button size="row" icon={<UserPlus aria-hidden />} onPress={() => setAdding(true)}>
            {t('settings.add_user')}
          </Button>
        )
      }
    >
      <Loaded query={here}>
        {(list) => (
          <ul aria-label={t('settings.users')} className="flex flex-col gap-2.5">
            {list.map((user) => (
              <UserLine key={user.slot} card={user.card} own={user.own}>
                {may.keepAccounts && !user.own && (
                  <Button size="row" variant="quiet" onPress={() => setClosing(user)}>
                    {t('settings.close_user')}
                  </Button>
                )}
              </UserLine>
            ))}
          </ul>
        )}
      </Loaded>
      {may.keepAccounts && here.data !== undefined && elsewhere.length > 0 && (
        <>
          <h3 className="mt-4 mb-2 text-sm font-semibold text-ink-2">{t('settings.users_elsewhere')}</h3>
          <ul aria-label={t('settings.users_elsewhere')} className="flex flex-col gap-2.5">
            {elsewhere.map((user) => (
              <UserLine key={user.staff} card={user}>
                <Button size="row" variant="quiet" onPress={() => setOpening(user)}>
                  {t('settings.open_user')}
                </Button>
              </UserLine>
            ))}
          </ul>
        </>
      )}
      {adding && <AddUserDialog onClose={() => setAdding(false)} />}
      {closing !== null && <CloseUserDialog user={closing} onClose={() => setClosing(null)} />}
      {opening !== null && <OpenUserDialog user={opening} onClose={() => setOpening(null)} />}
    </Section>
  );
}

function UserLine({ card, own = false, children }: { card: StaffCard; own?: boolean; children?: ReactNode }) {
  const t = useT();
  const code = useCodeText();
  const name = useStaffText()(card);
  return (
    <li className="flex items-center gap-2.5">
      <Avatar name={name} />
      <span className="min-w-0 flex-1">
        <bdi className="block font-medium">{name}</bdi>
        <span className="block text-sm text-ink-2">
          {code('role', card.role, { sex: card.sex })}
          {own && ` · ${t('settings.own_user')}`}
        </span>
      </span>
      {children}
    </li>
  );
}
