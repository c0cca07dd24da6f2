import { type Code, type Codebook, NO_CODEBOOK } from '../../model/codebook.js';
import type { Problem } from '../../model/problem.js';
import { type TextForm, toTextForm } from '../../text/text-form.js';
import { checkRules } from './check-rules.js';
import type { CodebookFault } from './codebook-fault.js';

/**
 * Finds what the schema cannot see: the id that asks for no codebook, repeated ids, unknown levels and parents, circles,
 * terms claimed twice or of one character, rules that can never hold, relations to no code.
 */
export function checkCodebook(codebook: Codebook, form: TextForm = toTextForm): CodebookFault[] {
  const { levels, codes } = codebook;
  const depth = new Map(levels.map(({ id }, index) => [id, index]));
  const byId = new Map(codes.map((code) => [code.id, code]));
  const faults: CodebookFault[] = levels.flatMap(({ id }, index) =>
    depth.get(id) === index
      ? []
      : [
          {
            place: `levels[${index}].id`,
            problem: { kind: 'doubled-id', id, other: `levels[${depth.get(id)}]` } as const,
          },
        ],
  );
  if (codebook.id === NO_CODEBOOK)
    faults.push({ place: 'id', problem: { kind: 'reserved-id', id: NO_CODEBOOK } });
  const firstPlace = new Map<string, number>();
  const owners = new Map<string, { readonly id: string; readonly written: string }>();
  codes.forEach((code, index) => {
    const report = (field: string, problem: Problem) =>
      faults.push({ place: `codes[${index}].${field}`, problem });
    if (firstPlace.has(code.id))
      report('id', { kind: 'doubled-id', id: code.id, other: `codes[${firstPlace.get(code.id)}]` });
    firstPlace.set(code.id, index);
    const level = depth.get(code.level);
    if (level === undefined) report('level', { kind: 'no-such-level', level: code.level });
    else if (code.parent === null && level > 0) report('parent', { kind: 'needs-parent' });
    else if (code.parent !== null) {
      const parent = byId.get(code.parent);
      if (!parent) report('parent', { kind: 'no-such-code', id: code.parent });
      else if (isAbove(code, code, byId))
        report('parent', { kind: 'circle', parent: code.parent, id: code.id });
      else if ((depth.get(parent.level) ?? level) >= level)
        report('parent', { kind: 'not-above', parent: code.parent });
    }
    [code.label.zh, ...code.terms].forEach((written, position) => {
      const term = form(written);
      const owner = owners.get(term);
      const field = position === 0 ? 'label.zh' : `terms[${position - 1}]`;
      if (term === '') report(field, { kind: 'no-character' });
      else if ([...term].length === 1) report(field, { kind: 'one-character', term });
      if (owner === undefined) owners.set(term, { id: code.id, written });
      else if (owner.id !== code.id || owner.written === written)
        report(field, { kind: 'owned-term', term, owner: owner.id });
    });
    const own = new Set([code.label.zh, ...code.terms].map(form));
    code.weak.forEach((term, position) => {
      if (!own.has(form(term))) report(`weak[${position}]`, { kind: 'weak-without-term', term });
    });
    faults.push(...checkRules(code.rules, `codes[${index}].rules`, form));
  });
  return [...faults, ...checkTheory(codebook, byId)];
}

function isAbove(code: Code, start: Code, byId: ReadonlyMap<string, Code>): boolean {
  const seen = new Set<string>();
  for (let at = code.parent; at !== null && !seen.has(at); at = byId.get(at)?.parent ?? null) {
    if (at === start.id) return true;
    seen.add(at);
  }
  return false;
}

function checkTheory({ theory }: Codebook, byId: ReadonlyMap<string, Code>): CodebookFault[] {
  const named = [
    ...(theory?.core === undefined ? [] : [{ place: 'theory.core', id: theory.core }]),
    ...Object.keys(theory?.roles ?? {}).map((id) => ({ place: `theory.roles.${id}`, id })),
    ...(theory?.relations ?? []).flatMap(({ from, to }, index) => [
      { place: `theory.relations[${index}].from`, id: from },
      { place: `theory.relations[${index}].to`, id: to },
    ]),
  ];
  return named
    .filter(({ id }) => !byId.has(id))
    .map(({ place, id }) => ({ place, problem: { kind: 'no-such-code', id } }));
}
