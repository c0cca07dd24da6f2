import type { Assignment } from '../model/assignment.js';
import type { CodedText, TokenCount } from '../model/coded-text.js';
import type { Framework } from '../model/framework.js';
import type { Mapping } from '../model/mapping.js';
import { passageCoder } from '../stages/code/code-passages.js';
import { keywordEvidence } from '../stages/code/keyword-evidence.js';
import { mapKeywords } from '../stages/code/map-keywords.js';
import { replaceAssignments } from '../store/assignment-table.js';
import { currentVersions, readCases } from '../store/case-table.js';
import { saveCodebook } from '../store/codebook-table.js';
import { saveContent } from '../store/content-table.js';
import { readVerdicts } from '../store/decision-log.js';
import { readKeywords } from '../store/keyword-table.js';
import { replaceMappings } from '../store/mapping-table.js';
import { readNormalizedText } from '../store/normalized-text-table.js';
import { setSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { replaceTokenCounts } from '../store/token-count-table.js';
import { groupBy } from '../text/group-by.js';
import { appliedCodebook, NO_CODEBOOK } from './applied-codebook.js';
import type { Context } from './context.js';
import { keywordTraces } from './keyword-traces.js';
import type { LoadedCodebook } from './load-codebook.js';
import { openCodebook } from './open-codebook.js';
import { fingerprint, recordRun } from './record-run.js';
import { placedKeywords, type ScreenReport, screenKeywords } from './screen-keywords.js';

/** What to code with. */
export interface CodeOptions {
  readonly codebook?: string | undefined;
  /** A screening made just now; without it coding screens first. */
  readonly screening?: ScreenReport | undefined;
}

/** What coding did. */
export interface CodeReport {
  readonly runId: string;
  /** Id of the codebook, or null when keywords stand for themselves. */
  readonly codebookId: string | null;
  readonly cases: number;
  /** Case × keyword pairs that survived screening. */
  readonly caseKeywords: number;
  readonly mapped: number;
  /** Different keywords that no code took, in the order of the cases. */
  readonly unmapped: readonly string[];
  readonly coreKeywords: number;
  readonly references: number;
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
  { codebook: wanted, screening: given }: CodeOptions,
): Promise<CodeReport> {
  const { store } = context;
  const started = context.now();
  const screening = given ?? (await screenKeywords(context, {}));
  const loaded = await chooseCodebook(store, wanted);
  const framework = loaded?.framework ?? null;
  const cases = currentVersions(store);
  const mappings = mapKeywords(readKeywords(store), placedKeywords(store), framework, readVerdicts(store));
  const coded = framework ? await codeTexts(context, framework, mappings) : null;
  await context.progress('save', 0, null);
  return store.transaction(() => {
    const codebookId = framework?.codebook.id ?? '';
    const inputs: Record<string, string> = {
      screening: screening.runId,
      decisions: fingerprint(readVerdicts(store)),
    };
    replaceMappings(store, codebookId, mappings);
    if (loaded && coded) {
      const hash = saveContent(store, 'codebook', loaded.name, loaded.text);
      inputs['codebook'] = hash;
      saveCodebook(store, codebookId, hash);
      replaceAssignments(store, codebookId, 'keyword', coded.keywords);
      replaceAssignments(store, codebookId, 'rule', coded.passages);
      replaceTokenCounts(store, codebookId, coded.tokens);
    }
    setSetting(store, 'codebook', codebookId || NO_CODEBOOK);
    const run = recordRun(context, { stage: 'code', options: {}, inputs, cases, started });
    return {
      runId: run.id,
      codebookId: codebookId || null,
      cases: cases.length,
      caseKeywords: mappings.length,
      mapped: mappings.filter(({ coreKeyword }) => coreKeyword !== null).length,
      unmapped: [...new Set(mappings.filter((row) => row.coreKeyword === null).map(({ word }) => word))],
      coreKeywords: new Set(mappings.flatMap(({ coreKeyword }) => coreKeyword ?? [])).size,
      references: coded?.passages.length ?? 0,
    };
  });
}

async function chooseCodebook(store: Store, wanted: string | undefined): Promise<LoadedCodebook | null> {
  if (wanted === NO_CODEBOOK) return null;
  if (wanted !== undefined) return openCodebook(wanted);
  const applied = appliedCodebook(store);
  return applied === undefined ? openCodebook(DEFAULT_CODEBOOK) : applied;
}

async function codeTexts(
  { store, progress }: Context,
  framework: Framework,
  mappings: readonly Mapping[],
): Promise<{ keywords: Assignment[]; passages: Assignment[]; tokens: TokenCount[] }> {
  const codePassages = passageCoder(framework);
  const tracesOf = keywordTraces(readKeywords(store), readVerdicts(store));
  const mappingsOf = groupBy(mappings, ({ caseId }) => caseId);
  const keywords: Assignment[] = [];
  const passages: Assignment[] = [];
  const tokens: TokenCount[] = [];
  let done = 0;
  for (const { id: caseId, version, text } of readCases(store)) {
    await progress('code', done++, null);
    const normalized = readNormalizedText(store, caseId, version);
    if (!normalized) throw new Error(`case ${caseId} has no clean text`);
    const coded: CodedText = { caseId, version, text, normalized };
    const found = codePassages(coded);
    passages.push(...found.assignments);
    tokens.push(...found.tokens);
    keywords.push(...keywordEvidence(coded, mappingsOf.get(caseId) ?? [], tracesOf));
  }
  await progress('code', done, done);
  return { keywords, passages, tokens };
}
