import { Lock, PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useT } from '../i18n';
import { Avatar } from './avatar';
import { IconButton } from './button';
import { Count } from './chip';
import { Logo } from './logo';

export interface NavItem {
  to: string;
  label: string;
  icon: ReactNode;
  count?: number | undefined;
  /** Something in it is overdue: the only reason for red. */
  late?: boolean | undefined;
  isCurrent: boolean;
}

export interface NavGroup {
  key: string;
  title?: string;
  places: readonly NavItem[];
}

/** Navigation at the start side, top bar, content. */
export function Frame({
  groups,
  top,
  user,
  collapsed,
  onCollapse,
  onLock,
  children,
}: {
  groups: readonly NavGroup[];
  top: ReactNode;
  user: { name: string; role: string };
  collapsed: boolean;
  onCollapse: (collapsed: boolean) => void;
  onLock: () => void;
  children: ReactNode;
}) {
  const t = useT();
  return (
    <div
      className={`grid h-full grid-rows-[minmax(0,1fr)] overflow-clip ${collapsed ? 'grid-cols-[--spacing(16)_1fr]' : 'grid-cols-[--spacing(53)_1fr]'}`}
    >
      <button
        type="button"
        onClick={() => document.getElementById('content')?.focus()}
        className="absolute start-2 -top-20 z-50 rounded-control bg-surface px-4 py-2 focus:top-2"
      >
        {t('nav.skip')}
      </button>
      <nav
        aria-label={t('nav.main')}
        className="no-print flex min-h-0 flex-col border-e border-line bg-surface px-2 pt-4.5 pb-3 short:pt-2 short:pb-1.5"
      >
        <div className={`mb-4 flex items-center gap-2.5 short:mb-1 short:gap-1 ${collapsed ? 'flex-col' : 'ps-2.5'}`}>
          <Logo />
          {!collapsed && <span className="flex-1 text-[1.4rem] leading-8 font-bold text-accent">{t('app.name')}</span>}
          <IconButton
            label={t(collapsed ? 'nav.expand' : 'nav.collapse')}
            size="row"
            onPress={() => onCollapse(!collapsed)}
            className="text-ink-3"
          >
            {collapsed ? (
              <PanelLeftOpen aria-hidden className="mirror" />
            ) : (
              <PanelLeftClose aria-hidden className="mirror" />
            )}
          </IconButton>
        </div>
        <div className="scroller -mx-1 flex-1 px-1">
          {groups.map((group) => (
            <div key={group.key} className="mb-2">
              {group.title !== undefined && !collapsed && (
                <h2 className="px-2.5 pt-2 pb-1.5 text-xs text-ink-3">{group.title}</h2>
              )}
              <ul className="flex flex-col gap-0.5">
                {group.places.map((place) => (
                  <li key={place.to}>
                    <NavLink place={place} collapsed={collapsed} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
        <div
          className={`flex items-center gap-2 border-t border-line pt-3 short:pt-1 ${collapsed ? 'flex-col short:[&>span:first-child]:hidden' : 'ps-1.5'}`}
        >
          <Avatar name={user.name} />
          {!collapsed && (
            <div className="min-w-0 flex-1 leading-snug">
              <p className="text-md font-semibold break-words">
                <bdi>{user.name}</bdi>
              </p>
              <p className="text-xs break-words text-ink-2">{user.role}</p>
            </div>
          )}
          <IconButton label={t('session.lock')} size="row" onPress={onLock}>
            <Lock aria-hidden />
          </IconButton>
        </div>
      </nav>
      <div className="flex min-h-0 min-w-0 flex-col">
        <header className="no-print flex min-h-15 items-center gap-3.5 border-b border-line bg-surface px-5.5 py-2.5 narrow:min-h-13 narrow:gap-2 narrow:px-3 narrow:py-1.5">
          {top}
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="scroller flex-1 scroll-pb-20 px-5.5 pt-4.5 pb-6 outline-none focus-visible:shadow-none focus-visible:outline-none narrow:px-3 narrow:pt-3"
        >
          <div className="mx-auto max-w-360">{children}</div>
        </main>
      </div>
    </div>
  );
}

function NavLink({ place, collapsed }: { place: NavItem; collapsed: boolean }) {
  const link = useRef<HTMLAnchorElement>(null);
  // On a low screen the places scroll, and the one somebody is in may be out of sight.
  useEffect(() => {
    if (place.isCurrent) link.current?.scrollIntoView({ block: 'nearest' });
  }, [place.isCurrent]);
  return (
    <Link
      ref={link}
      href={place.to}
      aria-current={place.isCurrent ? 'page' : undefined}
      title={collapsed ? place.label : undefined}
      className={`relative flex h-9.75 items-center gap-2.5 rounded-control px-2.5 ltr:text-md [&_svg]:size-4.5 [&_svg]:shrink-0 ${collapsed ? 'justify-center' : ''} ${place.isCurrent ? 'bg-accent-soft font-semibold text-accent' : 'text-ink-2 hover:bg-sunken hover:text-ink'}`}
    >
      {place.icon}
      <span className={collapsed ? 'sr-only' : 'min-w-0 flex-1 truncate'}>{place.label}</span>
      {place.count !== undefined && place.count > 0 && (
        <span className={collapsed ? 'absolute -end-1 top-0 scale-80 ltr:origin-top-right rtl:origin-top-left' : ''}>
          <Count value={place.count} late={place.late ?? false} />
        </span>
      )}
    </Link>
  );
}
