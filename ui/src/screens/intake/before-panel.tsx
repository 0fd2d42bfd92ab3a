import { Accessibility, Baby, ShieldCheck, Siren } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Section } from '../../components';
import { type MessageKey, useT } from '../../i18n';
import type { IntakeFlow } from './use-intake';
import { WithinReach } from './within-reach';

const POINTS: { key: string; icon: ReactNode; title: MessageKey; text: MessageKey }[] = [
  { key: 'safe', icon: <ShieldCheck aria-hidden />, title: 'intake.before_safe', text: 'intake.before_safe_text' },
  {
    key: 'access',
    icon: <Accessibility aria-hidden />,
    title: 'intake.before_access',
    text: 'intake.before_access_text',
  },
  { key: 'child', icon: <Baby aria-hidden />, title: 'intake.before_child', text: 'intake.before_child_text' },
  { key: 'urgent', icon: <Siren aria-hidden />, title: 'intake.before_urgent', text: 'intake.before_urgent_text' },
];

/** What to think of before the first question; help first, papers later. */
export function BeforePanel({ flow }: { flow: IntakeFlow }) {
  const t = useT();
  return (
    <Section title={t('intake.before')}>
      <ul>
        {POINTS.map((point) => (
          <li
            key={point.key}
            className="flex gap-3 border-b border-line py-3 [&>svg]:mt-0.5 [&>svg]:size-4.5 [&>svg]:shrink-0 [&>svg]:text-accent"
          >
            {point.icon}
            <div>
              <p className="font-semibold">{t(point.title)}</p>
              <p className="text-sm text-ink-2">{t(point.text)}</p>
            </div>
          </li>
        ))}
      </ul>
      <WithinReach flow={flow} />
      <Button
        variant="danger-quiet"
        icon={<Siren aria-hidden />}
        className="mt-3.5 w-full"
        onPress={() => void flow.startNew(true)}
      >
        {t('intake.urgent_path')}
      </Button>
    </Section>
  );
}
