import { CircleQuestionMark } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Dialog, IconButton, Kbd } from '../../components';
import { useCodeText, useT } from '../../i18n';
import type { StaffCard, StaffId } from '../../ipc/types';
import { isTyping } from '../../parts/form/typing';
import { Dotted, useStaffText } from '../../parts/person/who';
import { shortcutsOf, type Topic } from './topics';

interface HelpProps {
  topic: Topic;
  /** The colleagues who may be asked, among others. */
  team: readonly StaffCard[];
  /** Whoever reads it. */
  own?: StaffId | null;
  maySearch?: boolean;
}

/** The question mark that opens help, and the keys that do: F1 from anywhere, «?» where it is no letter of a text. */
export function HelpButton(props: HelpProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isMark = (event.key === '?' || event.key === '؟') && !event.ctrlKey && !event.metaKey && !isTyping(event);
      if (event.key !== 'F1' && !isMark) return;
      event.preventDefault();
      setOpen((open) => !open);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <IconButton label={t('help.open')} onPress={() => setOpen(true)}>
        <CircleQuestionMark aria-hidden />
      </IconButton>
      {isOpen && <Help {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

/** What the screen is for, which keys do something on it, and who can be asked. */
function Help({ topic, team, own = null, maySearch = false, onClose }: HelpProps & { onClose: () => void }) {
  const t = useT();
  const code = useCodeText();
  return (
    <Dialog title={t('help.title')} isOpen onClose={onClose} shape="drawer" width="narrow">
      <section>
        <h2 className="mb-1 font-semibold">{t('help.about')}</h2>
        <p>{code('help_topic', topic)}</p>
      </section>
      <section>
        <h2 className="mb-1 font-semibold">{t('help.keys')}</h2>
        <dl className="flex flex-col">
          {shortcutsOf(topic, maySearch).map(({ keys, does }) => (
            <div
              key={does}
              className="flex items-center gap-3 border-b border-dashed border-line py-1.5 last:border-b-0"
            >
              <dd className="flex-1">{code('help_key', does)}</dd>
              <dt className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key} isAlways>
                    {key}
                  </Kbd>
                ))}
              </dt>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2 className="mb-1 font-semibold">{t('help.who')}</h2>
        <dl className="flex flex-col gap-2.5">
          <Asked holding="director" team={team} own={own} />
          <Asked holding="administrator" team={team} own={own} />
        </dl>
      </section>
    </Dialog>
  );
}

/** Those of one function by name; the function itself where nobody is known to hold it. */
function Asked({
  holding,
  team,
  own,
}: {
  holding: 'director' | 'administrator';
  team: readonly StaffCard[];
  own: StaffId | null;
}) {
  const t = useT();
  const code = useCodeText();
  const staff = useStaffText();
  const holders = team.filter((one) => one.role === holding);
  return (
    <div>
      <dt className="text-sm text-ink-2">{code('help_ask', holding)}</dt>
      {holders.length === 0 && <dd className="font-medium">{code('role', holding)}</dd>}
      {holders.map((one) => (
        <dd key={one.staff} className="font-medium">
          <Dotted
            parts={[
              staff(one),
              code('role', holding, { sex: one.sex }),
              one.staff !== null && one.staff === own ? t('settings.own_user') : null,
            ]}
          />
        </dd>
      ))}
    </div>
  );
}
