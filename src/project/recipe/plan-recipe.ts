import { UserError } from '../../errors.js';
import { ALL_GROUPS } from '../../model/decisions/all-groups.js';
import { codeKey, relationKey } from '../../model/decisions/code-key.js';
import type { Judgement } from '../../model/decisions/judgement.js';
import type { DecidedCode, Verdict } from '../../model/decisions/verdict.js';
import type { CodeStep, Recipe, RecipeStep, RelationStep, WordStep } from '../../model/recipe.js';
import { effectiveCodebook } from '../../stages/code/effective-codebook.js';
import { outcomeOf } from '../../stages/settle/settle-word.js';
import type { DecisionState } from '../decision-state.js';
import { codeNamed, findCode } from '../find-code.js';
import { wordsAsKnown } from '../known-words.js';
import { type CodebookState, decidedBefore, newCode, planChange } from '../plan-code-change.js';
import { planKeywordDecisions, requireWords } from '../plan-keyword-decisions.js';
import type { PlannedDecision, Statement } from '../statement.js';
import { subjectOfStep } from './make-recipe.js';

/** What replaying a recipe asks of a project. */
export interface RecipeState extends DecisionState {
  /** What coders judged about a word, screening or mapping. */
  readonly judgements: (aspect: 'screening' | 'mapping', word: string) => readonly Judgement[];
}

/** A step of a recipe with what it leaves in force here. */
export interface PlannedStep {
  readonly step: RecipeStep;
  readonly planned: readonly PlannedDecision[];
}

/** A recipe as a project takes it. */
export interface PlannedRecipe {
  readonly steps: readonly PlannedStep[];
  readonly alreadyInForce: readonly string[];
  /** What cannot be decided here, or was decided otherwise. */
  readonly problems: readonly UserError[];
}

/** Plans the steps of a recipe one after the other; what somebody decided here is not overruled. */
export function planRecipe(state: RecipeState, recipe: Recipe, isNew: boolean): PlannedRecipe {
  const steps: PlannedStep[] = [];
  const alreadyInForce: string[] = [];
  const problems: UserError[] = [];
  let codes = state.codebook();
  for (const [at, step] of recipe.decisions.entries()) {
    try {
      const planned =
        'word' in step
          ? planWordStep(state, step, isNew)
          : planOnCodes(requireCodebook(codes, recipe.codebook, step), step);
      if (planned.length === 0) alreadyInForce.push(subjectOfStep(step));
      else steps.push({ step, planned });
      if (codes && 'code' in step) codes = withDecided(codes, step, planned);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(new UserError('recipe/step', { number: at + 1, problems: [error] }));
    }
  }
  return { steps, alreadyInForce, problems };
}

function planWordStep(state: RecipeState, step: WordStep, isNew: boolean): PlannedDecision[] {
  const { kind } = step;
  const [word = '', into] = wordsAsKnown(
    state,
    step.into === undefined ? [step.word] : [step.word, step.into],
  );
  const statement: Statement = {
    kind,
    words: into === undefined ? [word] : [word, into],
    coder: step.coder,
    reason: '',
    group: ALL_GROUPS,
  };
  requireWords(statement);
  const said = state
    .judgements(kind === 'merge' ? 'mapping' : 'screening', word)
    .filter(({ group }) => group === ALL_GROUPS);
  const wanted = outcomeOf({ kind, into });
  const other = said.find(({ verdict }) => outcomeOf(verdict) !== wanted);
  if (other) throw decidedOtherwise(word, other.verdict);
  if (said.length > 0) return [];
  try {
    return planKeywordDecisions(state, statement);
  } catch (error) {
    const isUnknown = error instanceof UserError && error.code === 'decide/unknown-target';
    if (!isNew || !isUnknown) throw error;
    return planKeywordDecisions(state, { ...statement, isNew });
  }
}

function requireCodebook(
  state: CodebookState | null,
  codebookId: string,
  { kind }: CodeStep | RelationStep,
): CodebookState {
  if (!state) throw new UserError('decide/not-coded', { verb: kind });
  const used = state.codebook.id;
  if (used !== codebookId) throw new UserError('recipe/other-codebook', { of: codebookId, used });
  return state;
}

function planOnCodes(state: CodebookState, step: CodeStep | RelationStep): PlannedDecision[] {
  return 'from' in step ? planRelationStep(state, step) : planCodeStep(state, step);
}

function planRelationStep({ codebook, verdicts }: CodebookState, step: RelationStep): PlannedDecision[] {
  const [from, to] = [findCode(codebook, step.from), findCode(codebook, step.to)];
  const ends = { from: from.id, kind: step.as, to: to.id };
  const key = relationKey(codebook.id, ends.from, ends.kind, ends.to);
  const isRemoved = step.kind === 'unrelate';
  const decided = verdicts.find(({ aspect, word }) => aspect === 'code' && word === key)?.verdict;
  if (decided?.relation) {
    if (Boolean(decided.relation.isRemoved) === isRemoved) return [];
    throw decidedOtherwise(`${from.label.zh} → ${step.as} → ${to.label.zh}`, decided);
  }
  const names = { fromName: from.label.zh, toName: to.label.zh };
  const relation = { ...ends, ...names, ...(isRemoved && { isRemoved: true as const }) };
  return [{ target: { type: 'relation', codebookId: codebook.id, ...ends }, relation }];
}

function planCodeStep(state: CodebookState, step: CodeStep): PlannedDecision[] {
  const { codebook } = state;
  const before = decidedBefore(state, step.code);
  const decided =
    before && state.verdicts.find(({ word }) => word === codeKey(codebook.id, step.code))?.verdict;
  const change = changeOf(state, step);
  const fields = Object.keys(change) as (keyof DecidedCode)[];
  const isSame = (field: keyof DecidedCode) =>
    JSON.stringify(before?.[field]) === JSON.stringify(change[field]);
  const answered = fields.filter((field) => field !== 'formerly' && before?.[field] !== undefined);
  if (answered.length > 0 && answered.every(isSame)) return [];
  if (decided && answered.length > 0) throw decidedOtherwise(decided.code?.name ?? step.code, decided);
  const known = codebook.codes.find(({ id }) => id === step.code);
  if (step.kind === 'promote' && !known) {
    const { code: id, name = id, into: level = '' } = step;
    return newCode(state, { id, name, level, code: null });
  }
  const code = findCode(codebook, step.code);
  if (step.kind === 'promote' && code.level === step.into) return [];
  if (step.kind === 'move' && code.parent === change.parent) return [];
  if (step.kind === 'rename' && code.label.zh === step.into) return [];
  const named = { id: code.id, name: code.label.zh, level: code.level, code };
  return planChange(state, named, change, step.kind === 'define' ? undefined : nameOfTarget(state, step));
}

/** What a step changes of a code. */
function changeOf({ codebook }: CodebookState, step: CodeStep): Partial<DecidedCode> {
  const { kind, into = '', definition, exclude, examples } = step;
  if (kind === 'define') {
    return {
      ...(definition !== undefined && { definition }),
      ...(exclude && { exclude }),
      ...(examples && { examples }),
    };
  }
  if (kind === 'move') return { parent: step.into === undefined ? null : findCode(codebook, into).id };
  if (kind === 'promote') return { level: levelFor(codebook, step) };
  if (kind === 'merge') return { mergedInto: findCode(codebook, into).id };
  const owner = codeNamed(codebook.codes, into);
  if (owner && owner.id !== step.code) {
    throw new UserError('decide/name-taken', { name: into, code: owner.label.zh });
  }
  const label = codebook.codes.find(({ id }) => id === step.code)?.label.zh;
  return { label: into, formerly: label === undefined || label === into ? [] : [label] };
}

/** The level that a code is to have, where nothing else has its name. */
function levelFor(
  { codes, levels }: CodebookState['codebook'],
  { code, name = code, into = '' }: CodeStep,
): string {
  const owner = codeNamed(codes, name);
  if (owner && owner.id !== code) throw new UserError('decide/name-taken', { name, code: owner.label.zh });
  if (levels.some(({ id }) => id === into)) return into;
  throw new UserError('recipe/unknown-level', { level: into, known: levels.map(({ id }) => id).join(', ') });
}

function nameOfTarget({ codebook }: CodebookState, { kind, into = '' }: CodeStep): string {
  if (kind === 'promote') return codebook.levels.find(({ id }) => id === into)?.name.zh ?? into;
  if (kind === 'move' && into === '') return '';
  return kind === 'merge' || kind === 'move' ? findCode(codebook, into).label.zh : into;
}

/** The codebook with what a step decided, as far as the steps after it ask. */
function withDecided(
  state: CodebookState,
  { kind, coder, reason }: CodeStep,
  planned: readonly PlannedDecision[],
): CodebookState {
  const made = planned.flatMap(({ target, code }) => {
    if (target.type !== 'code' || !code) return [];
    const word = codeKey(target.codebookId, target.codeId);
    const verdict: Verdict = { kind, code, decisionId: '', coder, reason };
    return [{ group: ALL_GROUPS, word, aspect: 'code', verdict } as const];
  });
  const words = new Set(made.map(({ word }) => word));
  const verdicts = [...state.verdicts.filter(({ word }) => !words.has(word)), ...made];
  // The steps after it may be about a code that it founds.
  const codebook = kind === 'promote' ? effectiveCodebook(state.base, verdicts) : state.codebook;
  return { ...state, codebook, verdicts };
}

function decidedOtherwise(word: string, { kind, into = '', coder }: Verdict): UserError {
  return new UserError('recipe/decided-otherwise', { word, kind, into, coder });
}
