import type { Codebook } from '../../model/codebook.js';

/** A fault of a codebook: where it stands (`codes[3].parent`) and what is wrong there. */
export interface CodebookFault {
  readonly place: string;
  readonly problem: string;
}

/** Finds what the schema cannot see: repeated ids, unknown levels and parents, terms claimed twice. */
export function checkCodebook({ levels, codes }: Codebook): CodebookFault[] {
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
      else if (depth.get(parent.level) !== level - 1)
        report('parent', `"${code.parent}" is not one level above`);
    }
    [code.label.zh, ...code.terms].forEach((term, position) => {
      const owner = owners.get(term);
      const field = position === 0 ? 'label.zh' : `terms[${position - 1}]`;
      if (owner !== undefined) report(field, `"${term}" already belongs to "${owner}"`);
      else owners.set(term, code.id);
    });
  });
  return faults;
}
