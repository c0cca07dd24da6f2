import { ALL_GROUPS } from '../../model/decisions/all-groups.js';
import { codeKey, theoryPrefix } from '../../model/decisions/code-key.js';
import type { DecidedWord } from '../../model/decisions/verdict.js';
import type { CodeStep, Recipe, RecipeStep, RelationStep, WordStep } from '../../model/recipe.js';
import { type RecipeKind, recipeKinds } from '../../model/recipe-kind.js';
import { compareByCodePoint } from '../../text/code-points.js';

/** A recipe, and how many verdicts are not in it. */
export interface MadeRecipe {
  readonly recipe: Recipe;
  readonly leftOut: {
    /** Verdicts on words for one group, which another project may not have. */
    readonly ofOneGroup: number;
    /** Coders differ about them. */
    readonly contested: number;
  };
}

const WORD_KINDS: readonly string[] = ['keep', 'drop', 'add', 'fold', 'merge'] satisfies WordStep['kind'][];

/** Makes a recipe of the verdicts in force, on words and on the codes of a codebook, in the order in which they are replayed. */
export function makeRecipe(
  codebookId: string,
  verdicts: readonly DecidedWord[],
  isContested: (one: DecidedWord) => boolean,
  kinds: readonly RecipeKind[] = recipeKinds,
): MadeRecipe {
  const ofWords = verdicts.filter(
    ({ aspect, verdict }) => aspect !== 'code' && WORD_KINDS.includes(verdict.kind),
  );
  const ofAll = ofWords.filter(({ group }) => group === ALL_GROUPS);
  const agreed = ofAll.filter((one) => !isContested(one));
  const steps = [
    ...verdicts.flatMap((one) => [...codeSteps(codebookId, one), ...relationSteps(codebookId, one)]),
    ...agreed.map(wordStep),
  ];
  return {
    recipe: {
      recipe: 1,
      codebook: codebookId,
      decisions: steps
        .filter(({ kind }) => kinds.includes(kind))
        .sort(
          (one, other) =>
            recipeKinds.indexOf(one.kind) - recipeKinds.indexOf(other.kind) ||
            Number('word' in one) - Number('word' in other) ||
            compareByCodePoint(subjectOfStep(one), subjectOfStep(other)),
        ),
    },
    leftOut: { ofOneGroup: ofWords.length - ofAll.length, contested: ofAll.length - agreed.length },
  };
}

/** The word, code or relation that a step is about. */
export function subjectOfStep(step: RecipeStep): string {
  if ('from' in step) return `${step.from} → ${step.as} → ${step.to}`;
  return 'word' in step ? step.word : step.code;
}

function wordStep({ word, verdict }: DecidedWord): WordStep {
  const { into, coder, reason } = verdict;
  const kind = verdict.kind as WordStep['kind'];
  return { kind, word, ...(into !== undefined && { into }), coder, reason };
}

function codeSteps(codebookId: string, { aspect, word, verdict }: DecidedWord): CodeStep[] {
  const prefix = codeKey(codebookId, '');
  const { code: decided, coder, reason } = verdict;
  if (aspect !== 'code' || !word.startsWith(prefix) || decided === undefined) return [];
  const step = { code: word.slice(prefix.length), name: decided.name, coder, reason };
  const { label, level, parent, mergedInto, definition, exclude, examples, formerly = [] } = decided;
  const isDefined = definition !== undefined || exclude !== undefined || examples !== undefined;
  return [
    ...(level === undefined
      ? []
      : [{ kind: 'promote', into: level, ...step, name: label ?? decided.name } as const]),
    ...(parent === undefined
      ? []
      : [{ kind: 'move', ...(parent !== null && { into: parent }), ...step } as const]),
    ...(label !== undefined && formerly.length > 0
      ? [{ kind: 'rename', into: label, ...step } as const]
      : []),
    ...(isDefined
      ? [
          {
            kind: 'define',
            ...step,
            ...(definition !== undefined && { definition }),
            ...(exclude && { exclude: [...exclude] }),
            ...(examples && { examples: [...examples] }),
          } as const,
        ]
      : []),
    ...(mergedInto === undefined ? [] : [{ kind: 'merge', into: mergedInto, ...step } as const]),
  ];
}

function relationSteps(codebookId: string, { aspect, word, verdict }: DecidedWord): RelationStep[] {
  const { relation, coder, reason } = verdict;
  if (aspect !== 'code' || !relation || !word.startsWith(theoryPrefix(codebookId))) return [];
  const { kind: as, isRemoved, ...ends } = relation;
  return [{ kind: isRemoved ? 'unrelate' : 'relate', ...ends, as, coder, reason }];
}
