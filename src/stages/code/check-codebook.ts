import type { Code, Codebook } from '../../model/codebook.js';
import { checkRules } from './check-rules.js';
import type { CodebookFault } from './codebook-fault.js';

/**
 * Finds what the schema cannot see: repeated ids, unknown levels and parents, circles,
 * terms claimed twice or of one character, rules that can never hold, relations to no code.
 */
export function checkCodebook(codebook: Codebook): CodebookFault[] {
  const { levels, codes } = codebook;
  const depth = new Map(levels.map(({ id }, index) => [id, index]));
  const byId = new Map(codes.map((code) => [code.id, code]));
  const faults: CodebookFault[] = levels.flatMap(({ id }, index) =>
    depth.get(id) === index
      ? []
      : [{ place: `levels[${index}].id`, problem: `"${id}" names another level too` }],
  );
  const firstPlace = new Map<string, number>();
  const owners = new Map<string, string>();
  codes.forEach((code, index) => {
    const report = (field: string, problem: string) =>
      faults.push({ place: `codes[${index}].${field}`, problem });
    if (firstPlace.has(code.id))
      report('id', `"${code.id}" is also the id of codes[${firstPlace.get(code.id)}]`);
    firstPlace.set(code.id, index);
    const level = depth.get(code.level);
    if (level === undefined) report('level', `"${code.level}" names no level`);
    else if (code.parent === null && level > 0) report('parent', 'is missing: only the top level has none');
    else if (code.parent !== null) {
      const parent = byId.get(code.parent);
      if (!parent) report('parent', `"${code.parent}" names no code`);
      else if (isAbove(code, code, byId))
        report('parent', `"${code.parent}" leads back to "${code.id}": it is not on a level above`);
      else if ((depth.get(parent.level) ?? level) >= level)
        report('parent', `"${code.parent}" is not on a level above`);
    }
    [code.label.zh, ...code.terms].forEach((term, position) => {
      const owner = owners.get(term);
      const field = position === 0 ? 'label.zh' : `terms[${position - 1}]`;
      if ([...term].length === 1)
        report(field, `"${term}" is one character and stands everywhere: write a word`);
      if (owner !== undefined) report(field, `"${term}" already belongs to "${owner}"`);
      else owners.set(term, code.id);
    });
    code.weak.forEach((term, position) => {
      if (term !== code.label.zh && !code.terms.includes(term))
        report(`weak[${position}]`, `"${term}" is neither its label nor one of its terms`);
    });
    faults.push(...checkRules(code.rules, `codes[${index}].rules`));
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
    ...(theory?.relations ?? []).flatMap(({ from, to }, index) => [
      { place: `theory.relations[${index}].from`, id: from },
      { place: `theory.relations[${index}].to`, id: to },
    ]),
  ];
  return named
    .filter(({ id }) => !byId.has(id))
    .map(({ place, id }) => ({ place, problem: `"${id}" names no code` }));
}
