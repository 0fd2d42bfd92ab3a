import { FolderOpen } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { Avatar, SearchBox, type SearchBoxHandle } from '../../components';
import { useT } from '../../i18n';
import type { CaseCard, PersonHit } from '../../ipc/types';
import { useMay } from '../../parts/roles';
import { usePersonSearch } from '../../parts/use-person-search';
import { CaseNumber, Dotted, usePersonFacts, usePersonText, Who } from '../../parts/who';
import { to } from '../../routes';

type Found = { key: string; path: string; hit: PersonHit; case: CaseCard | null };

/** One line per person and per case of theirs; a number that was typed puts its case first. */
function lines(people: readonly PersonHit[], cases: boolean): Found[] {
  return people.flatMap((hit) => {
    const id = hit.person.person;
    if (id === null) return [];
    const person: Found = { key: id, path: to.person(id), hit, case: null };
    const theirs = cases
      ? hit.cases.map((one): Found => ({ key: `${id}-${one.case}`, path: to.case(one.case), hit, case: one }))
      : [];
    return hit.matched.includes('case_number') ? [...theirs, person] : [person, ...theirs];
  });
}

/** The box of the top bar: Ctrl K from anywhere, arrows and Enter inside. */
export function TopSearch() {
  const t = useT();
  const may = useMay();
  const [, go] = useLocation();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const box = useRef<SearchBoxHandle>(null);
  const id = useId();
  const { asked, people, more, settled } = usePersonSearch(text, 8);
  const found = lines(people, may.followCases);
  const active = found[Math.min(at, found.length - 1)];
  const shown = open && asked;

  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyK') {
        event.preventDefault();
        box.current?.focus();
        setOpen(true);
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  const leave = (path: string) => {
    setOpen(false);
    setText('');
    setAt(0);
    go(path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setAt(Math.max(0, Math.min(found.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter' && shown && active !== undefined) {
      event.preventDefault();
      leave(active.path);
    } else if (event.key === 'Escape') setOpen(false);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: WebKit before 17, in which the window may run, knows no <search>
    <div role="search" className="relative min-w-0 flex-1">
      <SearchBox
        ref={box}
        label={t('top.search')}
        shortcut={text === '' ? 'Ctrl K' : undefined}
        value={text}
        onChange={(next) => {
          setText(next);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onFocusChange={(focused) => {
          if (!focused) window.setTimeout(() => setOpen(false), 120);
        }}
        list={{ id, active: active === undefined ? null : `${id}-${active.key}`, isOpen: shown && found.length > 0 }}
      />
      {shown && (
        <div className="scroll-thin absolute inset-x-0 top-full z-30 mt-1.5 max-h-[70vh] overflow-auto rounded-card border border-line bg-surface shadow-raised">
          {found.length > 0 ? (
            <div id={id} role="listbox" aria-label={t('search.results')} className="p-1">
              {found.map((one) => (
                <FoundLine
                  key={one.key}
                  id={`${id}-${one.key}`}
                  found={one}
                  isActive={one === active}
                  onOpen={() => leave(one.path)}
                />
              ))}
            </div>
          ) : (
            <p className="px-4 py-3 text-ink-2" role="status">
              {settled ? t('search.nobody') : t('state.loading')}
            </p>
          )}
          {more && <p className="border-t border-line px-4 py-2 text-sm text-ink-3">{t('search.more')}</p>}
        </div>
      )}
    </div>
  );
}

function FoundLine({
  id,
  found,
  isActive,
  onOpen,
}: {
  id: string;
  found: Found;
  isActive: boolean;
  onOpen: () => void;
}) {
  const t = useT();
  const facts = usePersonFacts();
  const name = usePersonText();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's, as in any combobox
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onOpen}
      className={`flex cursor-pointer items-center gap-3 rounded-control px-3 py-2 ${isActive ? 'bg-accent-soft' : 'hover:bg-sunken'}`}
    >
      {found.case === null ? (
        <>
          <Avatar name={name(found.hit.person)} size="small" />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-semibold">
              <Who person={found.hit.person} />
            </span>
            <span className="block truncate text-sm text-ink-2">
              <Dotted parts={facts(found.hit.person)} />
            </span>
          </span>
        </>
      ) : (
        <span className="flex items-center gap-2 ps-11 text-sm text-ink-2">
          <FolderOpen aria-hidden size={15} />
          {t('case.one')} <CaseNumber number={found.case.number} />
          <span className="sr-only">{name(found.hit.person)}</span>
        </span>
      )}
    </div>
  );
}
