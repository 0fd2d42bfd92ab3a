import type { RoleAct } from '../../ipc/types';
import { useSession } from '../../state/session';

/** What whoever is at work may do, as the core says it. */
export interface May {
  followCases: boolean;
  meetPeople: boolean;
  keepAccounts: boolean;
  keepDirectory: boolean;
  seeAll: boolean;
  importLists: boolean;
  exportLists: boolean;
}

export function useMay(): May {
  const { may } = useSession().user;
  const has = (act: RoleAct) => may.includes(act);
  return {
    followCases: has('follow_cases'),
    meetPeople: has('meet_people'),
    keepAccounts: has('keep_accounts'),
    keepDirectory: has('keep_directory'),
    seeAll: has('oversee_cases'),
    importLists: has('import_lists'),
    exportLists: has('export_lists'),
  };
}
