import { UserError } from '../errors.js';
import type { Code, Codebook } from '../model/codebook.js';
import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import { codeKey } from '../model/decisions/code-key.js';
import { freeId } from '../stages/code/learn-terms.js';
import { toTextForm } from '../text/text-form.js';
import type { DecisionState } from './decision-state.js';
import { codeNamed, findCode } from './find-code.js';
import { requireKnown, requireTarget, unknownTarget } from './known-words.js';
import { type CodebookState, decidedBefore, type Named, newCode, planChange } from './plan-code-change.js';
import type { PlannedDecision, Statement } from './statement.js';

/** The codebook that a statement is about, and the project it is in force in. */
interface KnownCodes extends CodebookState {
  readonly of: DecisionState;
}

/**
 * What a statement about codes of the codebook last applied leaves in force. Null where it speaks of keywords:
 * any verb of screening, and a merge or split whose words name no codes.
 */
export function planCodeDecisions(state: DecisionState, statement: Statement): PlannedDecision[] | null {
  const { kind, words, group } = statement;
  const isOfCodes = ['group', 'promote', 'rename', 'move'].includes(kind);
  if (!isOfCodes && kind !== 'merge' && kind !== 'split') return null;
  const codes = state.codebook();
  if (!codes) {
    if (isOfCodes) throw new UserError('decide/not-coded', { verb: kind });
    return null;
  }
  const known: KnownCodes = { ...codes, of: state };
  if (kind === 'group' || kind === 'move') return planPlacing(known, statement);
  if (kind === 'promote') return words.flatMap((name) => planPromotion(known, name, statement.isNew));
  if (kind === 'rename') return planRename(codes, words);
  if (group !== undefined && group !== ALL_GROUPS) return null;
  if (kind === 'merge') return planMerge(known, statement);
  return kind === 'split' ? planRestoring(codes, words) : null;
}

function planPlacing(state: KnownCodes, { kind, words, isNew }: Statement): PlannedDecision[] {
  const { codebook } = state;
  const target = words.at(-1) as string;
  const members = words
    .slice(0, -1)
    .map((name) => (kind === 'group' ? codeOrKeyword(state, name) : existing(state, name)));
  const [level = '', ...others] = new Set(members.map((one) => one.level));
  if (others.length > 0) throw new UserError('decide/mixed-levels', { names: words.slice(0, -1).join(', ') });
  const above = levelAbove(codebook, level, members[0]?.name ?? '');
  const parent = codeNamed(codebook.codes, target) ?? null;
  requireFounded(codebook, { kind, target, isNew });
  if (parent && parent.level !== above.id) {
    const wanted = above.name.zh;
    throw new UserError('decide/wrong-level', {
      code: target,
      level: nameOf(codebook, parent.level),
      wanted,
    });
  }
  const id = parent?.id ?? freeId(new Map(codebook.codes.map((code) => [code.id, code])), target);
  const made = parent ? [] : newCode(state, { id, name: target, level: above.id, code: null });
  return [
    ...made,
    ...members.flatMap((one) => planChange(state, one, { parent: id }, parent?.label.zh ?? target)),
  ];
}

/** A keyword becomes a code of the lowest level, a code one of the next level up. */
function planPromotion(state: KnownCodes, name: string, isNew: boolean | undefined): PlannedDecision[] {
  const { codebook } = state;
  if (isNew) requireFounded(codebook, { kind: 'promote', target: name, isNew });
  const one = codeOrKeyword(state, name, isNew);
  if (!one.code) return planChange(state, one, {});
  const children = codebook.codes.filter(({ parent }) => parent === one.id);
  if (children.length > 0) {
    const labels = children.map(({ label }) => label.zh).join(', ');
    throw new UserError('decide/has-codes-under', { code: name, children: labels });
  }
  const above = levelAbove(codebook, one.level, name);
  const parent = codebook.codes.find(({ id }) => id === one.code?.parent)?.parent ?? null;
  return planChange(state, one, { level: above.id, parent }, above.name.zh);
}

function planRename(state: CodebookState, words: readonly string[]): PlannedDecision[] {
  const { codebook } = state;
  const [name = '', into = '', ...more] = words;
  if (more.length > 0) throw new UserError('decide/takes-two', { verb: 'rename' });
  const owner = codeNamed(codebook.codes, into);
  if (owner) throw new UserError('decide/name-taken', { name: into, code: owner.label.zh });
  const level = codebook.levels.find((one) => one.id === name || toTextForm(one.name.zh) === name);
  if (level && !codeNamed(codebook.codes, name)) {
    const isTaken = codebook.levels.some(
      (one) => one !== level && toTextForm(one.name.zh) === toTextForm(into),
    );
    if (isTaken) throw new UserError('decide/level-taken', { name: into });
    const target = { type: 'level', codebookId: codebook.id, levelId: level.id } as const;
    return [{ target, into, code: { name: level.name.zh } }];
  }
  const one = existing(state, name);
  const before = decidedBefore(state, one.id)?.formerly ?? [];
  const formerly = [...new Set([...before, one.name])].filter((label) => label !== into);
  return planChange(state, one, { label: into, formerly }, into);
}

/** Words that name codes of the target's level are merged as codes, the others as keywords; null: none does. */
function planMerge(state: KnownCodes, statement: Statement): PlannedDecision[] | null {
  const { codebook, of } = state;
  const { words, isNew } = statement;
  const target = words.at(-1) as string;
  const subjects = words.slice(0, -1).map((name) => ({ name, code: codeNamed(codebook.codes, name) }));
  const levelOf = subjects.find(({ code }) => code)?.code?.level;
  const found =
    codeNamed(codebook.codes, target) ?? codebook.codes.find(({ terms }) => terms.includes(target));
  if (levelOf === undefined || (!found && !isNew && codebook.id !== '')) return null;
  requireTarget(of, statement);
  const level = found?.level ?? levelOf;
  if (subjects.every(({ code }) => code?.level !== level)) return null;
  if (subjects.some(({ code }) => code && code === found)) {
    throw new UserError('decide/fold-into-itself', { word: target });
  }
  const id = found?.id ?? freeId(new Map(codebook.codes.map((code) => [code.id, code])), target);
  const made = found ? [] : newCode(state, { id, name: target, level, code: null });
  const into = found?.label.zh ?? target;
  const merges = subjects.flatMap(({ name, code }): PlannedDecision[] => {
    if (code?.level === level) return planChange(state, existing(state, name), { mergedInto: id }, into);
    requireKnown(of, [name], ALL_GROUPS);
    return [{ target: { type: 'mapping', group: ALL_GROUPS, word: name }, into }];
  });
  return [...made, ...merges];
}

/** Codes that were merged into others stand again; null where the words name none. */
function planRestoring(
  { base, verdicts }: CodebookState,
  words: readonly string[],
): PlannedDecision[] | null {
  const prefix = codeKey(base.id, '');
  const gone = words.map((name) =>
    verdicts.find(
      ({ aspect, word, verdict: { code } }) =>
        aspect === 'code' &&
        code?.mergedInto !== undefined &&
        word.startsWith(prefix) &&
        [toTextForm(code.name), word.slice(prefix.length)].includes(name),
    ),
  );
  if (gone.some((one) => one === undefined)) return null;
  return gone.flatMap((one) => {
    if (!one?.verdict.code) return [];
    const { mergedInto: _, ...code } = one.verdict.code;
    const target = { type: 'code', codebookId: base.id, codeId: one.word.slice(prefix.length) } as const;
    return [{ target, code }];
  });
}

function existing({ codebook }: CodebookState, name: string): Named & { readonly code: Code } {
  const code = findCode(codebook, name);
  return { id: code.id, name: code.label.zh, level: code.level, code };
}

/** Asks that a code has the name of a target, or that none has when the statement founds it. */
function requireFounded(
  { codes }: Codebook,
  { kind, target, isNew }: Pick<Statement, 'kind' | 'isNew'> & { readonly target: string },
): void {
  const isKnown = codeNamed(codes, target) !== undefined;
  if (isKnown && isNew) throw new UserError('decide/not-new', { name: target });
  if (isKnown || isNew) return;
  throw unknownTarget(
    kind,
    target,
    codes.map(({ label }) => label.zh),
  );
}

/** The code of a name, else the code of the lowest level that the keyword (or a new name) is to become. */
function codeOrKeyword(state: KnownCodes, name: string, isNew = false): Named {
  const { codebook, of } = state;
  if (codeNamed(codebook.codes, name)) return existing(state, name);
  if (!isNew) requireKnown(of, [name], ALL_GROUPS);
  const id = freeId(new Map(codebook.codes.map((code) => [code.id, code])), name);
  return { id, name, level: codebook.levels.at(-1)?.id ?? '', code: null };
}

function levelAbove({ levels }: Codebook, level: string, code: string): Codebook['levels'][number] {
  const above = levels[levels.findIndex(({ id }) => id === level) - 1];
  if (!above) throw new UserError('decide/top-level', { code, level: levels[0]?.name.zh ?? '' });
  return above;
}

const nameOf = ({ levels }: Codebook, level: string) =>
  levels.find(({ id }) => id === level)?.name.zh ?? level;
