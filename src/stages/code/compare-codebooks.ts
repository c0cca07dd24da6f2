import type { Code, Codebook } from '../../model/codebook.js';
import { compareByCodePoint } from '../../text/code-points.js';

/** What became of one field of a code between two codebooks; `field` is empty for a code added or removed. */
export interface CodebookChange {
  readonly codeId: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

const LISTS = ['include', 'exclude', 'examples', 'terms', 'weak', 'rules', 'properties'] as const;
const FIELDS = ['level', 'parent', 'definition', 'weight', 'note'] as const;

/** The changes from one codebook to another, code by code; of lists only what came and went. */
export function compareCodebooks(before: Codebook, after: Codebook): CodebookChange[] {
  const old = new Map(before.codes.map((code) => [code.id, code]));
  const fresh = new Map(after.codes.map((code) => [code.id, code]));
  const ids = [...new Set([...old.keys(), ...fresh.keys()])].sort(compareByCodePoint);
  return ids.flatMap((codeId): CodebookChange[] => {
    const was = old.get(codeId);
    const is = fresh.get(codeId);
    if (!was || !is) {
      const [change, code] = is ? (['added', is] as const) : (['removed', was as Code] as const);
      const label = code.label.zh;
      return [{ codeId, change, field: '', before: is ? '' : label, after: is ? label : '' }];
    }
    return changesOf(was, is).map((fields) => ({ codeId, change: 'changed', ...fields }));
  });
}

function changesOf(was: Code, is: Code): Pick<CodebookChange, 'field' | 'before' | 'after'>[] {
  const single = [
    ...FIELDS.map((field) => ({ field, before: String(was[field] ?? ''), after: String(is[field] ?? '') })),
    { field: 'label.zh', before: was.label.zh, after: is.label.zh },
    { field: 'label.en', before: was.label.en, after: is.label.en },
  ];
  const lists = LISTS.map((field) => {
    const [before, after] = [was[field], is[field]].map((list) =>
      list.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))),
    ) as [string[], string[]];
    const without = (items: string[], others: string[]) =>
      items.filter((one) => !others.includes(one)).join('、');
    return { field, before: without(before, after), after: without(after, before) };
  });
  return [...single, ...lists].filter((fields) => fields.before !== fields.after);
}
