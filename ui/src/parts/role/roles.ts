import type { Role } from '../../ipc/types';
import { useSession } from '../../state/session';

const FOLLOWS: readonly Role[] = ['caseworker', 'field', 'specialist', 'director'];

export interface May {
  followCases: boolean;
  meetPeople: boolean;
  keepAccounts: boolean;
  keepDirectory: boolean;
  seeAll: boolean;
  importLists: boolean;
  exportLists: boolean;
}

/** What a function may do: what is hidden is refused by the core as well. */
export function mayOf(role: Role): May {
  const followCases = FOLLOWS.includes(role);
  return {
    followCases,
    meetPeople: followCases || role === 'reception',
    keepAccounts: role === 'director' || role === 'administrator',
    keepDirectory: followCases || role === 'administrator',
    seeAll: role === 'director',
    importLists: role === 'caseworker' || role === 'director',
    exportLists: role === 'director',
  };
}

export function useMay(): May {
  return mayOf(useSession().user.role);
}
