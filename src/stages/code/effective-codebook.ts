import type { Codebook } from '../../model/codebook.js';
import { ALL_GROUPS } from '../../model/decisions/all-groups.js';
import { codeKey, levelKey } from '../../model/decisions/code-key.js';
import type { DecidedWord } from '../../model/decisions/verdict.js';
import {
  addCode,
  type Codes,
  changeCode,
  detachMisplaced,
  inListOrder,
  inTreeOrder,
  mergeCodes,
  withOneOwner,
} from './change-codes.js';
import { effectiveTheory } from './effective-theory.js';
import { growCoreKeywords, learnTerms } from './learn-terms.js';

/**
 * A codebook as people's decisions leave it: codes renamed, moved, defined, added, merged and deleted, levels renamed, and
 * the keywords merged into a code for all groups among its terms; with the relations, core category and storyline they named. A codebook that people grow has, besides, every
 * core keyword they merged keywords into. Decisions that find nothing to act on (a code that a new version no
 * longer has) change nothing. The version says after `+` how many codes differ; a codebook in which none does
 * is returned as it is.
 */
export function effectiveCodebook(base: Codebook, decisions: readonly DecidedWord[]): Codebook {
  const prefix = codeKey(base.id, '');
  const ofCode = decisions.flatMap(({ aspect, word, verdict: { code } }) =>
    aspect === 'code' && code && word.startsWith(prefix) ? [{ id: word.slice(prefix.length), code }] : [],
  );
  const ofWord = decisions.filter(({ aspect, group }) => aspect === 'mapping' && group === ALL_GROUPS);
  const codes: Codes = new Map(base.codes.map((code) => [code.id, code]));
  const gone = new Set(ofCode.flatMap(({ id, code }) => (code.isDeleted ? [id] : [])));
  for (const { id, code } of ofCode) addCode(codes, base, id, code, gone);
  if (base.id === '') growCoreKeywords(codes, base, ofWord);
  for (const { id, code } of ofCode) changeCode(codes, base, id, code, gone);
  const merged = mergeCodes(codes, new Map(ofCode.map(({ id, code }) => [id, code])));
  const deleted = [...gone].filter((id) => codes.delete(id));
  detachMisplaced(codes, base);
  learnTerms(codes, ofWord);
  const levels = base.levels.map((level) => {
    const key = levelKey(base.id, level.id);
    const label = decisions.find(({ aspect, word }) => aspect === 'code' && word === key)?.verdict.into;
    return label === undefined ? level : { ...level, name: { zh: label, en: label } };
  });
  const decided = withOneOwner([...codes.values()]);
  const current = (id: string) => {
    const now = merged.get(id) ?? id;
    return codes.has(now) ? now : undefined;
  };
  const theory = effectiveTheory(base, decisions, current);
  const differing =
    differences(base.codes, decided) +
    differences(base.levels, levels) +
    merged.size +
    deleted.length +
    Number(JSON.stringify(theory) !== JSON.stringify(base.theory));
  if (differing === 0) return base;
  return {
    ...base,
    levels,
    version: `${base.version}+${differing}`,
    codes: inTreeOrder(inListOrder(base.codes, decided)),
    ...(theory && { theory }),
  };
}

/** How many of the items are not as they were before. */
function differences<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): number {
  const old = new Map(before.map((one) => [one.id, one]));
  return after.filter((one) => {
    const was = old.get(one.id);
    return was !== one && JSON.stringify(was) !== JSON.stringify(one);
  }).length;
}
