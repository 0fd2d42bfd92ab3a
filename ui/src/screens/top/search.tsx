import { FolderOpen, UserPlus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { Avatar, SearchBox, type SearchBoxHandle } from '../../components';
import { useT } from '../../i18n';
import type { CaseCard, PersonHit } from '../../ipc/types';
import { usePersonSearch } from '../../parts/person/use-search';
import { CaseNumber, Dotted, usePersonFacts, usePersonText, Who } from '../../parts/person/who';
import { useMay } from '../../parts/role/roles';
import { to } from '../../routes';

type Found = { key: string; path: string; hit: PersonHit; case: CaseCard | null };
/** The last line: whoever is not found is received. */
type Line = Found | { key: 'new'; path: string; hit: null };

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
  const found: Line[] = [...lines(people, may.followCases), { key: 'new', path: to.intake, hit: null }];
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

  const leave = (line: Line) => {
    setOpen(false);
    setText('');
    setAt(0);
    setWaiting(false);
    go(line.path, line.hit === null ? { state: { query: text.trim() } } : {});
  };

  // Whoever typed a number and pressed Enter at once goes where the answer leads, when it comes.
  const [waiting, setWaiting] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the answer comes
  useEffect(() => {
    if (!waiting || !settled) return;
    setWaiting(false);
    if (active !== undefined && active.hit !== null) leave(active);
  }, [waiting, settled]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setAt(Math.max(0, Math.min(found.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter' && text.trim().length > 1) {
      event.preventDefault();
      if (!settled) setWaiting(true);
      else if (shown && active !== undefined) leave(active);
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
          setWaiting(false);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onFocusChange={(focused) => {
          if (!focused) window.setTimeout(() => setOpen(false), 120);
        }}
        list={{ id, active: active === undefined ? null : `${id}-${active.key}`, isOpen: shown }}
      />
      {shown && (
        <div className="scroll-thin absolute inset-x-0 top-full z-30 mt-1.5 max-h-[70vh] overflow-auto rounded-card border border-line bg-surface shadow-raised">
          {people.length === 0 && (
            <p className="px-4 pt-3 pb-1 text-ink-2" role="status">
              {settled ? t('search.nobody') : t('state.loading')}
            </p>
          )}
          <div id={id} role="listbox" aria-label={t('search.results')} className="p-1">
            {found.map((one) => (
              <Option key={one.key} id={`${id}-${one.key}`} isActive={one === active} onOpen={() => leave(one)}>
                {one.hit === null ? <NewLine text={text.trim()} /> : <FoundLine found={one} />}
              </Option>
            ))}
          </div>
          {more && <p className="border-t border-line px-4 py-2 text-sm text-ink-3">{t('search.more')}</p>}
        </div>
      )}
    </div>
  );
}

function Option({
  id,
  isActive,
  onOpen,
  children,
}: {
  id: string;
  isActive: boolean;
  onOpen: () => void;
  children: ReactNode;
}) {
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
      {children}
    </div>
  );
}

function NewLine({ text }: { text: string }) {
  const t = useT();
  return (
    <>
      <span className="flex size-8 shrink-0 items-center justify-center rounded-full bg-sunken text-ink-2">
        <UserPlus aria-hidden className="size-4" />
      </span>
      <span className="min-w-0 flex-1 truncate">
        <span className="font-semibold">{t('top.new_reception')}</span> <bdi className="text-ink-2">{text}</bdi>
      </span>
    </>
  );
}

function FoundLine({ found }: { found: Found }) {
  const t = useT();
  const facts = usePersonFacts();
  const name = usePersonText();
  if (found.case === null) {
    return (
      <>
        <Avatar name={name(found.hit.person)} size="small" />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-semibold">
            <Who person={found.hit.person} found={found.hit.found} />
          </span>
          <span className="block truncate text-sm text-ink-2">
            <Dotted parts={facts(found.hit.person)} />
          </span>
        </span>
      </>
    );
  }
  return (
    <span className="flex items-center gap-2 ps-11 text-sm text-ink-2">
      <FolderOpen aria-hidden className="size-3.75" />
      {t('case.one')} <CaseNumber number={found.case.number} />
      <span className="sr-only">{name(found.hit.person)}</span>
    </span>
  );
}
