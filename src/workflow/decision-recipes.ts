import { createHash } from 'node:crypto';
import { UserError } from '../errors.js';
import { loadYaml } from '../formats/load-yaml.js';
import { readYaml } from '../formats/yaml.js';
import { type Recipe, recipeSchema } from '../model/recipe.js';
import { type RecipeKind, recipeKinds } from '../model/recipe-kind.js';
import { codebookInForce } from '../project/applied-codebook.js';
import type { Context, ReadContext } from '../project/context.js';
import { readDecisionState } from '../project/read-decision-state.js';
import { type MadeRecipe, makeRecipe } from '../project/recipe/make-recipe.js';
import { type PlannedRecipe, planRecipe } from '../project/recipe/plan-recipe.js';
import { recordDecisions } from '../project/record-decisions.js';
import { requireCoder } from '../project/require-coder.js';
import { verdictDecision } from '../project/verdict-decision.js';
import { readTextFile } from '../sources/read-text-file.js';
import { readJudgements } from '../store/judgement-table.js';
import { contestedKeys, readVerdicts } from '../store/verdict-table.js';
import { compareByCodePoint } from '../text/code-points.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';
import { writeNamedFile } from './write-files.js';

/** What of a recipe was written. */
export interface WrittenRecipe extends Pick<MadeRecipe, 'leftOut'> {
  readonly kinds: Readonly<Record<string, number>>;
}

/** A recipe as the text of its file. */
export interface RecipeText extends WrittenRecipe {
  readonly text: string;
}

/**
 * The decisions in force on words (in all groups) and on codes of the codebook last applied as a recipe that another project
 * can replay. Same decisions, same text.
 * @throws UserError recipe/unknown-kind
 */
export function decisionRecipe({ store }: ReadContext, kinds: readonly string[] = recipeKinds): RecipeText {
  const unknown = kinds.find((kind) => !recipeKinds.some((known) => known === kind));
  if (unknown !== undefined) throw new UserError('recipe/unknown-kind', { kind: unknown });
  const keyOf = (one: { group: string; word: string; aspect: string }) =>
    JSON.stringify([one.group, one.word, one.aspect]);
  const contested = new Set(contestedKeys(store).map(keyOf));
  const { recipe, leftOut } = makeRecipe(
    codebookInForce(store)?.codebook.id ?? '',
    readVerdicts(store),
    (one) => contested.has(keyOf(one)),
    kinds as readonly RecipeKind[],
  );
  const text = loadYaml().stringify(recipe, { lineWidth: 0 });
  return { text, kinds: countKinds(recipe.decisions), leftOut };
}

/**
 * Writes such a recipe into a file.
 * @throws UserError recipe/unknown-kind, files/cannot-write
 */
export function exportDecisions(
  context: ReadContext,
  { out, kinds }: { readonly out: string; readonly kinds?: readonly string[] | undefined },
): WrittenRecipe {
  const { text, ...written } = decisionRecipe(context, kinds);
  writeNamedFile(out, text);
  return written;
}

/** How a recipe is applied. */
export interface ApplyOptions {
  readonly path: string;
  readonly coder: string;
  /** Targets of fold and merge that are unknown here are founded. */
  readonly isNew?: boolean | undefined;
  /** Steps with a problem are left out; otherwise nothing is written. */
  readonly skipBad?: boolean | undefined;
  /** Only says what would be written. */
  readonly dryRun?: boolean | undefined;
}

/** What a recipe decided, or would decide. */
export interface AppliedRecipe extends DecideReport {
  readonly recipe: string;
  /** Whose decisions these are here, and whose they were. */
  readonly coder: string;
  readonly sources: readonly string[];
  readonly kinds: Readonly<Record<string, number>>;
  readonly problems: readonly UserError[];
  readonly isDryRun: boolean;
}

/**
 * Replays the decisions of a recipe as one statement of a coder; each names in its reason the recipe and whose it was. What
 * somebody decided otherwise here stays, and is named; so is what is unknown here.
 * @throws UserError recipe/bad-recipe, recipe/conflicts
 */
export async function applyDecisions(context: Context, options: ApplyOptions): Promise<AppliedRecipe> {
  const { path, isNew = false, skipBad = false, dryRun = false } = options;
  const coder = requireCoder(options.coder);
  const text = readTextFile(path);
  const recipe = readYaml(text, path, recipeSchema, 'recipe/bad-recipe');
  const id = createHash('sha256').update(JSON.stringify(recipe)).digest('hex').slice(0, 8);
  let planned = plan(context, recipe, isNew);
  const about = () => ({
    recipe: id,
    coder,
    sources: [...new Set(planned.steps.map(({ step }) => step.coder))].sort(compareByCodePoint),
    kinds: countKinds(planned.steps.map(({ step }) => step)),
    alreadyInForce: planned.alreadyInForce,
    problems: planned.problems,
    isDryRun: dryRun,
  });
  if (dryRun) return { ...about(), decisions: [], derived: null, leftOutPassages: [] };
  const report = await followDecisions(context, (within) => {
    planned = plan(within, recipe, isNew);
    if (planned.problems.length > 0 && !skipBad) {
      throw new UserError('recipe/conflicts', { path, problems: planned.problems });
    }
    const made = planned.steps.flatMap(({ step, planned: decisions }) =>
      decisions.map((one) => {
        const reason = [step.reason, `[recipe ${id} ${step.coder}]`].filter(Boolean).join(' ');
        return verdictDecision(within, { kind: step.kind, coder, reason }, one);
      }),
    );
    const statement = made[0]?.id ?? '';
    return recordDecisions(
      within.store,
      made.map((one) => ({ ...one, statement, isBulk: made.length > 1 })),
    );
  });
  return { ...report, ...about() };
}

function plan({ store }: ReadContext, recipe: Recipe, isNew: boolean): PlannedRecipe {
  const judgements = (aspect: 'screening' | 'mapping', word: string) =>
    readJudgements(store, { aspect, word });
  return planRecipe({ ...readDecisionState(store), judgements }, recipe, isNew);
}

function countKinds(steps: readonly { readonly kind: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of steps) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
