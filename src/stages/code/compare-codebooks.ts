import type { Code, Codebook } from '../../model/codebook.js';
import { facetLines } from '../../model/facets.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { readRule } from './rule-matcher.js';

/**
 * What became of one field of a code between two codebooks; `field` is empty for a code added or removed, and
 * `codeId` where the codebook itself changed.
 */
export interface CodebookChange {
  readonly codeId: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

const LISTS = ['include', 'exclude', 'examples', 'terms', 'weak'] as const;
const FIELDS = ['level', 'parent', 'definition', 'weight', 'note'] as const;

/** The changes from one codebook to another, its theory first, then code by code; of lists only what came and went. */
export function compareCodebooks(before: Codebook, after: Codebook): CodebookChange[] {
  const old = new Map(before.codes.map((code) => [code.id, code]));
  const fresh = new Map(after.codes.map((code) => [code.id, code]));
  const ids = [...new Set([...old.keys(), ...fresh.keys()])].sort(compareByCodePoint);
  const codes = ids.flatMap((codeId): CodebookChange[] => {
    const was = old.get(codeId);
    const is = fresh.get(codeId);
    if (!was || !is) {
      const [change, code] = is ? (['added', is] as const) : (['removed', was as Code] as const);
      const label = code.label.zh;
      return [{ codeId, change, field: '', before: is ? '' : label, after: is ? label : '' }];
    }
    return changesOf(was, is).map((fields) => ({ codeId, change: 'changed', ...fields }));
  });
  return [...bookChanges(before, after), ...codes];
}

/** Something that a codebook says, by what it is compared, and as people read it. */
interface Told {
  readonly key: string;
  readonly words: string;
}

function bookChanges(was: Codebook, is: Codebook): CodebookChange[] {
  const plain = (words: string): Told => ({ key: words, words });
  const told = ({ levels, except, theory, codes }: Codebook): { field: string; lines: Told[] }[] => [
    { field: 'levels', lines: levels.map(({ id, name }) => plain(`${id} ${name.zh}`)) },
    { field: 'except', lines: except.map(plain) },
    { field: 'theory.core', lines: [{ key: theory?.core ?? '', words: labelIn(codes, theory?.core) }] },
    { field: 'theory.centre', lines: [plain(theory?.centre?.zh ?? '')] },
    {
      field: 'theory.roles',
      lines: Object.entries(theory?.roles ?? {}).map(([id, { zh }]) => plain(`${id} ${zh}`)),
    },
    {
      field: 'theory.relations',
      lines: (theory?.relations ?? []).map((one) => {
        const pair = `${labelIn(codes, one.from)} —${one.kind}→ ${labelIn(codes, one.to)}`;
        return { key: JSON.stringify(one), words: one.memo ? `${pair}（${one.memo}）` : pair };
      }),
    },
    { field: 'theory.storyline', lines: [plain(theory?.storyline ?? '')] },
  ];
  const after = told(is);
  return told(was).flatMap(({ field, lines }, at): CodebookChange[] => {
    const now = after[at]?.lines ?? [];
    const [before, since] = [toldWithout(lines, now), toldWithout(now, lines)];
    return before === since ? [] : [{ codeId: '', change: 'changed', field, before, after: since }];
  });
}

function toldWithout(lines: readonly Told[], others: readonly Told[]): string {
  const keys = new Set(others.map(({ key }) => key));
  return lines.flatMap(({ key, words }) => (keys.has(key) ? [] : [words])).join('、');
}

/** A code as people call it. */
function labelIn(codes: readonly Code[], id: string | null | undefined): string {
  return codes.find((one) => one.id === id)?.label.zh ?? id ?? '';
}

function without(items: readonly string[], others: readonly string[]): string {
  return items.filter((one) => !others.includes(one)).join('、');
}

function changesOf(was: Code, is: Code): Pick<CodebookChange, 'field' | 'before' | 'after'>[] {
  const single = [
    ...FIELDS.map((field) => ({ field, before: String(was[field] ?? ''), after: String(is[field] ?? '') })),
    { field: 'label.zh', before: was.label.zh, after: is.label.zh },
    { field: 'label.en', before: was.label.en, after: is.label.en },
  ];
  const listed = [linesOf(was), linesOf(is)] as const;
  const lists = Object.keys(listed[0]).map((field) => {
    const [before = [], after = []] = listed.map((lines) => lines[field]);
    return { field, before: without(before, after), after: without(after, before) };
  });
  return [...single, ...lists].filter((fields) => fields.before !== fields.after);
}

/** The lists of a code, as people read and type them. */
function linesOf(code: Code): Readonly<Record<string, readonly string[]>> {
  return {
    ...Object.fromEntries(LISTS.map((field) => [field, code[field]])),
    rules: code.rules.map((rule) =>
      [readRule(rule), rule.polarity, rule.weak && 'weak'].filter(Boolean).join(' · '),
    ),
    properties: code.properties.map(({ name, dimensions }) => [name, dimensions.join(',')].join('=')),
    facets: facetLines(code.facets),
  };
}
