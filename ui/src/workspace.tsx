import {
  ArrowLeftRight,
  BookOpen,
  FolderOpen,
  Plus,
  Route as RouteIcon,
  Search,
  Settings as SettingsIcon,
  Sun,
} from 'lucide-react';
import { Router, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { Button } from './components';
import { Frame, type PlaceGroup } from './components/frame';
import { staffName, useCodeText, useLanguage, useT } from './i18n';
import { to } from './routes';
import { useSession } from './state/session';
import { useAppearance } from './state/settings';

export function Workspace() {
  return (
    <Router hook={useHashLocation}>
      <Inside />
    </Router>
  );
}

function Inside() {
  const t = useT();
  const code = useCodeText();
  const { language } = useLanguage();
  const { user, lock } = useSession();
  const { navCollapsed, change } = useAppearance();
  const [location, go] = useLocation();
  const at = (path: string) => (path === '/' ? location === '/' : location.startsWith(path));
  const groups: PlaceGroup[] = [
    {
      key: 'work',
      places: [
        { to: to.today, label: t('nav.today'), icon: <Sun aria-hidden />, isCurrent: at(to.today) },
        {
          to: to.people,
          label: t('nav.people'),
          icon: <Search aria-hidden />,
          isCurrent: at(to.people) || at(to.intake),
        },
        { to: to.cases, label: t('nav.cases'), icon: <FolderOpen aria-hidden />, isCurrent: at(to.cases) },
        { to: to.visits, label: t('nav.visits'), icon: <RouteIcon aria-hidden />, isCurrent: at(to.visits) },
        {
          to: to.referrals,
          label: t('nav.referrals'),
          icon: <ArrowLeftRight aria-hidden />,
          isCurrent: at(to.referrals),
        },
        { to: to.partners, label: t('nav.partners'), icon: <BookOpen aria-hidden />, isCurrent: at(to.partners) },
        { to: to.settings, label: t('nav.settings'), icon: <SettingsIcon aria-hidden />, isCurrent: at(to.settings) },
      ],
    },
  ];
  return (
    <Frame
      groups={groups}
      user={{
        name: staffName(user, language).primary,
        role: code('role', user.role, { sex: user.sex }),
      }}
      collapsed={navCollapsed}
      onCollapse={(collapsed) => change({ navCollapsed: collapsed })}
      onLock={lock}
      top={
        <Button variant="primary" icon={<Plus aria-hidden />} onPress={() => go(to.intake)}>
          {t('top.new_reception')}
        </Button>
      }
    >
      <h1 className="text-title font-bold">{t('nav.today')}</h1>
    </Frame>
  );
}
