import { NO_CODEBOOK } from '../model/codebook.js';
import type { CodedPassage } from '../model/coded-passage.js';
import type { TokenCount } from '../model/coded-text.js';
import type { CountedRegions } from '../model/counted-regions.js';
import type { Framework } from '../model/framework.js';
import type { Mapping } from '../model/mapping.js';
import {
  type AppliedCodebook,
  appliedCodebook,
  grownCodebook,
  withDecisions,
} from '../project/applied-codebook.js';
import { codedTexts } from '../project/coded-texts.js';
import type { Context } from '../project/context.js';
import { countCoded, supportingReferences } from '../project/count-coded.js';
import { countRegions } from '../project/count-regions.js';
import { countedInputs } from '../project/counted-inputs.js';
import { codebooksToDerive } from '../project/derived-products.js';
import { keywordTraces } from '../project/keyword-traces.js';
import { type LeftOutPassage, leftOutPassages } from '../project/left-out-passages.js';
import { placeScreened } from '../project/placed-keywords.js';
import { projectForm } from '../project/project-form.js';
import { fingerprint, recordRun } from '../project/record-run.js';
import type { LoadedCodebook } from '../sources/load-codebook.js';
import { openCodebook } from '../sources/open-codebook.js';
import { passageCoder } from '../stages/code/code-passages.js';
import { type CodebookConflict, codebookConflicts } from '../stages/code/codebook-conflicts.js';
import { keywordEvidence } from '../stages/code/keyword-evidence.js';
import { mapKeywords } from '../stages/code/map-keywords.js';
import { passagesOf } from '../stages/code/passages.js';
import { type Coding, type CodingChanges, compareCodings } from '../stages/tabulate/compare-codings.js';
import { caseIds, currentVersions } from '../store/case-table.js';
import { saveCodebook } from '../store/codebook-table.js';
import { replaceCodedPassages } from '../store/coded-passage-table.js';
import { saveContent, saveParsed } from '../store/content-table.js';
import {
  codingUnder,
  currentBasis,
  isCurrent,
  isSameBasis,
  markDerived,
  SCREENING,
} from '../store/derivation-table.js';
import { readKeywords } from '../store/keyword-table.js';
import { readMappings, replaceMappings } from '../store/mapping-table.js';
import { getSetting, setSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { casesNotMined } from '../store/term-lists.js';
import { replaceTokenCounts } from '../store/token-count-table.js';
import { readVerdicts } from '../store/verdict-table.js';
import { groupBy } from '../text/group-by.js';
import { pushAll } from '../text/many.js';
import { type ScreenReport, screenKeywords } from './screen-keywords.js';

export type { CodebookConflict } from '../stages/code/codebook-conflicts.js';
export type { CodingChanges } from '../stages/tabulate/compare-codings.js';

/** What to code with. */
export interface CodeOptions {
  readonly codebook?: string | undefined;
  /** A codebook made just now, in the place of a named one. */
  readonly made?: LoadedCodebook | undefined;
  /** A screening made just now; without it coding screens first. */
  readonly screening?: ScreenReport | undefined;
}

/** What coding did. */
export interface CodeReport {
  readonly runId: string;
  /** Id of the codebook, or null when keywords stand for themselves. */
  readonly codebookId: string | null;
  /** The screening rules in force, by the names of their files. */
  readonly rules: string;
  readonly cases: number;
  /** Case × keyword pairs that survived screening. */
  readonly caseKeywords: number;
  readonly mapped: number;
  /** Different keywords that no code took, in the order of the cases. */
  readonly unmapped: readonly string[];
  readonly coreKeywords: number;
  readonly references: number;
  /** What of the texts was coded. */
  readonly regions: CountedRegions;
  /** Passages that people chose in what is left out: they stay, and are not counted. */
  readonly leftOutPassages: readonly LeftOutPassage[];
  /** Cases that are not mined, or whose counted text changed since: their keywords are missing. */
  readonly notMined: readonly string[];
  /** What the tables of this codebook say otherwise than before; null at its first coding. */
  readonly changes: CodingChanges | null;
  /** Decisions that a new version of the codebook meets. */
  readonly conflicts: readonly CodebookConflict[];
}

/** The codebook that is applied when a project names none. */
const DEFAULT_CODEBOOK = 'six-pillars';

/**
 * Codes the project under a codebook (a shipped name, a file, `none`, else the last one used): merges the
 * screened keywords into core keywords and proposes codes for passages, each with its evidence. Screens first,
 * by the rules in force, so that cases mined since then are part of it.
 */
export async function codeCases(
  context: Context,
  { codebook: wanted, made, screening: given }: CodeOptions,
): Promise<CodeReport> {
  const { store } = context;
  const applied = made ? withDecisions(store, made) : await chooseCodebook(store, wanted);
  // The study of a codebook that was made just now has no rules of its own.
  const rulesOf = made ? NO_CODEBOOK : codebookToApply(store, wanted);
  const screening = given ?? (await screenKeywords(context, { codebook: rulesOf }));
  const codebookId = applied?.framework.codebook.id ?? '';
  const before = appliedCodebook(store, codebookId || NO_CODEBOOK);
  const coded = before && readCoding(store, before.framework);
  const report = await codeUnder(context, applied, screening, true);
  const isAgain = applied && coded && (coded.mappings.length > 0 || coded.references.length > 0);
  return {
    ...report,
    changes: isAgain ? compareCodings(coded, readCoding(store, applied.framework)) : null,
    conflicts: applied && before ? codebookConflicts(before.base, applied.base, readVerdicts(store)) : [],
  };
}

/** Screens again and codes under every codebook in use, since a decision speaks to all; reports the last applied. */
export async function recodeCases(context: Context): Promise<CodeReport> {
  const { store } = context;
  const screening = await screenKeywords(context, {});
  const last = getSetting(store, 'codebook') ?? NO_CODEBOOK;
  const used = codebooksToDerive(store).map(({ codebookId }) => codebookId || NO_CODEBOOK);
  for (const codebookId of used) {
    if (codebookId !== last)
      await codeUnder(context, appliedCodebook(store, codebookId) ?? null, screening, false);
  }
  return codeUnder(context, appliedCodebook(store, last) ?? null, screening, true);
}

/** The coding that the tables show: of the current versions, without what was rejected. */
function readCoding(store: Store, framework: Framework): Coding {
  const codebookId = framework.codebook.id;
  const isCounted = new Set(caseIds(store, {}));
  const { judged, countPlaced } = countCoded(store, codebookId);
  const tallied = [...judged].flatMap(([caseId, { all }]) => (isCounted.has(caseId) ? [all.references] : []));
  return {
    framework,
    mappings: readMappings(store, codebookId),
    references: supportingReferences(countPlaced(), tallied),
  };
}

async function codeUnder(
  context: Context,
  applied: AppliedCodebook | null,
  screening: ScreenReport,
  isLast: boolean,
): Promise<CodeReport> {
  const { store } = context;
  const started = context.now();
  const framework = applied?.framework ?? null;
  const codebookId = framework?.codebook.id ?? '';
  const cases = currentVersions(store);
  const basis = currentBasis(store);
  const verdicts = readVerdicts(store);
  const screened = readKeywords(store);
  const mappings = mapKeywords(screened, placeScreened(store, screened), framework, verdicts);
  const coded = framework
    ? await codeTexts(context, framework, mappings, keywordTraces(screened, verdicts))
    : { keywords: [], passages: [], tokens: [] };
  await context.progress('save', 0, null);
  return store.transaction(() => {
    const now = currentBasis(store);
    const isCurrentNow = isSameBasis(basis, now) && isCurrent(store, SCREENING, now);
    const inputs: Record<string, string> = {
      screening: screening.runId,
      decisions: fingerprint(verdicts),
      ...countedInputs(store, cases),
    };
    if (applied?.file) {
      const hash = saveContent(store, 'codebook', applied.file.name, applied.file.text);
      inputs['codebook'] = hash;
      saveParsed(store, hash, applied.base);
      saveCodebook(store, codebookId, hash);
    }
    replaceMappings(store, codebookId, mappings);
    replaceCodedPassages(store, codebookId, 'keyword', coded.keywords);
    replaceCodedPassages(store, codebookId, 'rule', coded.passages);
    replaceTokenCounts(store, codebookId, coded.tokens);
    markDerived(store, codingUnder(codebookId), isCurrentNow ? now : null);
    if (isLast) setSetting(store, 'codebook', codebookId || NO_CODEBOOK);
    const run = recordRun(context, { stage: 'code', options: {}, inputs, cases, started });
    return {
      runId: run.id,
      codebookId: codebookId || null,
      rules: screening.rules,
      cases: cases.length,
      caseKeywords: mappings.length,
      mapped: mappings.filter(({ coreKeyword }) => coreKeyword !== null).length,
      unmapped: [...new Set(mappings.filter((row) => row.coreKeyword === null).map(({ word }) => word))],
      coreKeywords: new Set(mappings.flatMap(({ coreKeyword }) => coreKeyword ?? [])).size,
      references: coded.passages.filter(({ polarity }) => polarity === 'supports').length,
      regions: countRegions(store, cases),
      leftOutPassages: leftOutPassages(store),
      notMined: casesNotMined(store),
      changes: null,
      conflicts: [],
    };
  });
}

/** The name or file of the codebook to apply; undefined for the one applied last, as it was then. */
export function codebookToApply(store: Store, wanted: string | undefined): string | undefined {
  return wanted ?? (getSetting(store, 'codebook') === undefined ? DEFAULT_CODEBOOK : undefined);
}

async function chooseCodebook(store: Store, wanted: string | undefined): Promise<AppliedCodebook | null> {
  const named = codebookToApply(store, wanted);
  if (named === NO_CODEBOOK) return grownCodebook(store);
  return named === undefined
    ? (appliedCodebook(store) ?? null)
    : withDecisions(store, await openCodebook(named, projectForm(store)));
}

async function codeTexts(
  { store, progress }: Context,
  framework: Framework,
  mappings: readonly Mapping[],
  tracesOf: ReturnType<typeof keywordTraces>,
): Promise<{ keywords: CodedPassage[]; passages: CodedPassage[]; tokens: TokenCount[] }> {
  const codePassages = passageCoder(framework);
  const mappingsOf = groupBy(mappings, ({ caseId }) => caseId);
  const keywords: CodedPassage[] = [];
  const passages: CodedPassage[] = [];
  const tokens: TokenCount[] = [];
  let done = 0;
  for (const coded of codedTexts(store)) {
    await progress('code', done++, null);
    const sentences = passagesOf(coded);
    const found = codePassages(coded, sentences);
    pushAll(passages, found.assignments);
    pushAll(tokens, found.tokens);
    pushAll(keywords, keywordEvidence(coded, mappingsOf.get(coded.caseId) ?? [], tracesOf, sentences));
  }
  await progress('code', done, done);
  return { keywords, passages, tokens };
}
