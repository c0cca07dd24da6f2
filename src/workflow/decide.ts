import { UserError } from '../errors.js';
import { stepNameSchema } from '../model/cleaning-step.js';
import { ALL_GROUPS, type Decision, type Verdict } from '../model/decision.js';
import { normalizeText } from '../stages/normalize/normalize-text.js';
import { currentVersions, readCase } from '../store/case-table.js';
import { readCountedString } from '../store/counted-text.js';
import { appendDecision, undoLast } from '../store/decision-log.js';
import { readKeywords } from '../store/keyword-table.js';
import { readCleanText, readStepCounts } from '../store/normalized-text-table.js';
import { latestRun } from '../store/run-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { wasShown } from '../store/suggestion-table.js';
import { readVerdict } from '../store/verdict-table.js';
import { nearest } from '../text/nearest.js';
import { containsWord } from '../text/word-bounds.js';
import { appliedCodebook } from './applied-codebook.js';
import { type CodeReport, recodeCases } from './code-cases.js';
import type { Context } from './context.js';
import { codeRulings } from './decide-codes.js';
import { BY_CASE, groupCases } from './group-cases.js';
import { requireKnown, requireMerged, requireTarget, unknownCase, wordsAsKnown } from './known-words.js';
import { kindsAround } from './left-out-passages.js';
import { screenKeywords, suggestFolds } from './screen-keywords.js';
import type { Ruling, Statement } from './statement.js';

export type { Statement } from './statement.js';

/** What was logged, and the coding as it stands after it (null while the project is not coded). */
export interface DecideReport {
  readonly decisions: readonly Decision[];
  readonly coding: CodeReport | null;
}

const TAKES_TARGET: readonly Verdict['kind'][] = ['fold', 'merge', 'group', 'move', 'rename'];

/** Logs the decisions of a statement, one for each word, and brings keywords and codes up to date. */
export async function decide(context: Context, stated: Statement): Promise<DecideReport> {
  const { store, now, newId } = context;
  const { kind, coder, reason } = stated;
  const statement = { ...stated, words: wordsAsKnown(store, stated.words) };
  requireWords(statement);
  const rulings = codeRulings(store, statement) ?? keywordRulings(store, statement);
  const isShown = shownSuggestions(store, kind);
  const ids = rulings.map(newId);
  const decisions = store.transaction(() =>
    rulings.map(({ aspect, word, group, ...verdict }, index) => {
      const id = ids[index] as string;
      return appendDecision(store, {
        id,
        coder,
        time: now().toISOString(),
        kind,
        group,
        word,
        aspect,
        after: { kind, ...verdict, decisionId: id, coder, reason },
        reason,
        suggestionShown: isShown(word, verdict.into),
        statement: ids[0] as string,
      });
    }),
  );
  return { decisions, coding: await refresh(context) };
}

/** Takes back the coder's last statement and brings keywords and codes up to date. */
export async function undo(
  context: Context,
  { coder, reason }: { readonly coder: string; readonly reason: string },
): Promise<DecideReport> {
  const { store, now, newId } = context;
  const decisions = undoLast(store, { newId, coder, time: now().toISOString(), reason });
  return { decisions, coding: await refresh(context) };
}

async function refresh(context: Context): Promise<CodeReport | null> {
  if (latestRun(context.store, 'code')) return recodeCases(context);
  await screenKeywords(context, {});
  return null;
}

function requireWords({ kind, words }: Statement): void {
  if (words.includes('')) throw new UserError('decide/empty-word', { verb: kind });
  if (!TAKES_TARGET.includes(kind)) return;
  const into = words.at(-1) as string;
  if (words.length < 2) throw new UserError('decide/needs-target', { verb: kind });
  if (words.indexOf(into) < words.length - 1) throw new UserError('decide/fold-into-itself', { word: into });
}

/** Whether people had been shown that a word might go to a target: a fold by screening, a merge by suggestions. */
function shownSuggestions(
  store: Store,
  kind: Verdict['kind'],
): (word: string, into: string | undefined) => boolean {
  if (kind === 'fold') {
    const folds = new Set(
      suggestFolds(store, readKeywords(store)).map(({ word, into }) => `${word}\t${into}`),
    );
    return (word, into) => folds.has(`${word}\t${into}`);
  }
  const framework = kind === 'merge' ? appliedCodebook(store)?.framework : undefined;
  return (word, into = '') => {
    const codeId = (framework?.codes.get(into) ?? framework?.termOwners.get(into))?.id;
    const codebookId = framework?.codebook.id ?? '';
    return codeId !== undefined && wasShown(store, { codebookId, word, codeId });
  };
}

function keywordRulings(store: Store, statement: Statement): Ruling[] {
  const { kind, words } = statement;
  const aspect = kind === 'merge' || kind === 'split' ? 'mapping' : 'screening';
  const group = groupOf(store, statement);
  const hasTarget = TAKES_TARGET.includes(kind);
  const into = hasTarget ? { into: words.at(-1) as string } : {};
  if (hasTarget) requireTarget(store, statement);
  const subjects = hasTarget ? words.slice(0, -1) : words;
  if (kind !== 'add') requireKnown(store, subjects, group);
  return subjects.map((word) => {
    const ruling = { aspect, group, word, ...into } as const;
    if (kind === 'add') return { ...ruling, ...evidenceOf(store, word, statement) };
    if (kind === 'split') requireMerged(store, word, group);
    return kind === 'fold' || kind === 'keep' ? { ...ruling, ...additionOf(store, word, group) } : ruling;
  });
}

/** How a reader had added a word that is now folded or kept: it goes on counting where it was found. */
function additionOf(store: Store, word: string, group: string): Pick<Ruling, 'added' | 'caseId' | 'quote'> {
  const inForce =
    readVerdict(store, { group, word, aspect: 'screening' }) ??
    readVerdict(store, { group: ALL_GROUPS, word, aspect: 'screening' });
  if (inForce?.kind !== 'add' && !inForce?.added) return {};
  const { caseId, quote } = inForce;
  return { added: true, ...(caseId !== undefined && { caseId }), ...(quote !== undefined && { quote }) };
}

/** An addition for one case belongs to that case's group. */
function groupOf(store: Store, { group, caseId }: Statement): string {
  const groups = groupCases(store, getSetting(store, 'by') ?? BY_CASE);
  if (group !== undefined && group !== ALL_GROUPS) {
    if (!groups.has(group)) {
      throw new UserError('screen/unknown-group', {
        group,
        known: nearest(group, [...groups.keys()], 5).join(', '),
      });
    }
    return group;
  }
  if (caseId === undefined) return ALL_GROUPS;
  const ofCase = [...groups].find(([, ids]) => ids.includes(caseId));
  if (!ofCase) throw unknownCase(store, caseId);
  return ofCase[0];
}

/** A word that a reader adds must occur where the text counts, or be found in a passage, which may lie anywhere. */
function evidenceOf(
  store: Store,
  word: string,
  { caseId, quote }: Statement,
): Pick<Ruling, 'caseId' | 'quote'> {
  if (caseId === undefined || quote === undefined) {
    const cases = currentVersions(store).filter((one) => caseId === undefined || one.caseId === caseId);
    const occurs = cases.some((one) => containsWord(readCountedString(store, one.caseId, one.version), word));
    if (occurs) return {};
    const kinds = [...new Set(cases.flatMap((one) => kindsAround(store, one, word)))];
    if (kinds.length > 0) throw new UserError('screen/add-in-left-out-region', { word, kinds });
    throw new UserError('screen/add-without-evidence', { word });
  }
  const current = readCase(store, caseId);
  if (!current) throw unknownCase(store, caseId);
  const steps = readStepCounts(store, caseId, current.version).map(({ step }) => stepNameSchema.parse(step));
  const passage = findPassage(
    readCleanText(store, caseId, current.version) ?? '',
    normalizeText(quote, { steps }).text,
  );
  if (passage === null) throw new UserError('screen/quote-not-found', { caseId, quote });
  return { caseId, quote: passage };
}

/** A cleaned quote as it reads in a clean text, wherever it was broken or spaced in the copy, or null. */
function findPassage(cleanText: string, quote: string): string | null {
  const characters = [...quote.replaceAll(/\s/g, '')];
  if (characters.length === 0) return null;
  const pattern = characters.map((one) => one.replace(/[\\^$.*+?()[\]{}|]/, '\\$&')).join('\\s*');
  return new RegExp(pattern, 'u').exec(cleanText)?.[0] ?? null;
}
