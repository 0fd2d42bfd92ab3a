import { useMemo } from 'react';
import type { FormDefinition } from '../../ipc/types';
import { useCommand } from '../../state/command';

/** The forms there are: every version, since answers keep theirs. */
export function useForms(enabled = true) {
  const forms = useCommand('form.list', {}, { enabled });
  return useMemo(() => {
    const all = forms.data?.forms ?? [];
    return {
      isReady: forms.data !== undefined,
      confidentialGroups: forms.data?.confidential_groups ?? [],
      confidentialCategories: forms.data?.confidential_categories ?? [],
      /** What a question is an amount of; nothing when it is none. */
      amountOf: (form: FormDefinition, question: string) =>
        forms.data?.amounts.find(
          (one) => one.form === form.id && one.version === form.version && one.question === question,
        )?.of,
      find: (id: string | null, version: number | null) =>
        all.find((form) => form.id === id && form.version === version),
      withQuestions: (ids: readonly string[]) =>
        all.find((form) => ids.every((id) => form.questions.some((question) => question.id === id))),
      /** The one asked of a group today. */
      current: (group: string | null) =>
        all.filter((form) => form.group === group).sort((a, b) => b.version - a.version)[0],
    };
  }, [forms.data]);
}
