import { UserError } from '../errors.js';
import { stepNameSchema } from '../model/cleaning-step.js';
import { ALL_GROUPS, type Aspect, type Decision, type Verdict } from '../model/decision.js';
import { normalizeText } from '../stages/normalize/normalize-text.js';
import { currentVersions, readCase } from '../store/case-table.js';
import { appendDecision, undoLast } from '../store/decision-log.js';
import { readKeywords } from '../store/keyword-table.js';
import { readMappings } from '../store/mapping-table.js';
import { readNormalizedText, readStepCounts } from '../store/normalized-text-table.js';
import { latestRun } from '../store/run-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { readTerms } from '../store/term-table.js';
import { nearest } from '../text/nearest.js';
import { appliedCodebook } from './applied-codebook.js';
import { type CodeReport, codeCases } from './code-cases.js';
import type { Context } from './context.js';
import { BY_CASE, groupCases } from './group-cases.js';
import { screenKeywords, suggestFolds } from './screen-keywords.js';

/** A decision as somebody states it: `fold` and `merge` take their last word as the target. */
export interface Statement {
  readonly kind: Verdict['kind'];
  readonly words: readonly string[];
  readonly coder: string;
  readonly reason: string;
  readonly group?: string | undefined;
  /** add: the case and the passage the reader found it in. */
  readonly caseId?: string | undefined;
  readonly quote?: string | undefined;
}

/** What was logged, and the coding as it stands after it (null while the project is not coded). */
export interface DecideReport {
  readonly decisions: readonly Decision[];
  readonly coding: CodeReport | null;
}

const aspectOf = (kind: Verdict['kind']): Aspect =>
  kind === 'merge' || kind === 'split' ? 'mapping' : 'screening';

const takesTarget = (kind: Verdict['kind']) => kind === 'fold' || kind === 'merge';

/** Logs one decision for each word and brings keywords and codes up to date. */
export async function decide(context: Context, statement: Statement): Promise<DecideReport> {
  const { store, now, newId } = context;
  const { kind, coder, reason } = statement;
  const verdicts = verdictsOf(store, statement);
  const suggested = new Set(suggestFolds(readKeywords(store)).map(({ word, into }) => `${word}\t${into}`));
  const decisions = store.transaction(() =>
    verdicts.map(({ word, group, ...verdict }) => {
      const id = newId();
      return appendDecision(store, {
        id,
        coder,
        time: now().toISOString(),
        kind,
        group,
        word,
        aspect: aspectOf(kind),
        after: { kind, ...verdict, decisionId: id, coder, reason },
        reason,
        suggestionShown: suggested.has(`${word}\t${verdict.into}`),
      });
    }),
  );
  return { decisions, coding: await refresh(context) };
}

/** Takes back the coder's last decision and brings keywords and codes up to date. */
export async function undo(
  context: Context,
  { coder, reason }: { readonly coder: string; readonly reason: string },
): Promise<DecideReport> {
  const { store, now, newId } = context;
  const decision = undoLast(store, { id: newId(), coder, time: now().toISOString(), reason });
  return { decisions: [decision], coding: await refresh(context) };
}

async function refresh(context: Context): Promise<CodeReport | null> {
  if (latestRun(context.store, 'code')) return codeCases(context, {});
  await screenKeywords(context, {});
  return null;
}

type Target = Pick<Verdict, 'into' | 'caseId' | 'quote'> & { readonly word: string; readonly group: string };

function verdictsOf(store: Store, statement: Statement): Target[] {
  const { kind, words } = statement;
  const group = groupOf(store, statement);
  if (words.some((word) => word.trim() === '')) throw new UserError('cli/usage', { problem: kind });
  if (takesTarget(kind) && words.length < 2) throw new UserError('decide/needs-target', { verb: kind });
  const subjects = takesTarget(kind) ? words.slice(0, -1) : words;
  const into = takesTarget(kind) ? { into: words.at(-1) as string } : {};
  if (kind === 'fold' && into.into) requireKnown(store, into.into, ALL_GROUPS);
  return subjects.map((word) => {
    if (word === into.into) throw new UserError('decide/fold-into-itself', { word });
    if (kind === 'add') return { word, group, ...evidenceOf(store, word, statement) };
    requireKnown(store, word, group);
    if (kind === 'split') requireMerged(store, word, group);
    return { word, group, ...into };
  });
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

/** A word that a reader adds must stand in a case, or be told from a passage of a case. */
function evidenceOf(store: Store, word: string, { caseId, quote }: Statement): Partial<Target> {
  const cases = currentVersions(store);
  const cleanText = (id: string, version: string) => readNormalizedText(store, id, version)?.text ?? '';
  if (caseId === undefined || quote === undefined) {
    const stands = cases.some(
      ({ caseId: id, version }) =>
        (caseId === undefined || id === caseId) && cleanText(id, version).includes(word),
    );
    if (!stands) throw new UserError('screen/add-without-evidence', { word });
    return {};
  }
  const current = readCase(store, caseId);
  if (!current) throw unknownCase(store, caseId);
  const steps = readStepCounts(store, caseId, current.version).map(({ step }) => stepNameSchema.parse(step));
  const passage = findPassage(cleanText(caseId, current.version), normalizeText(quote, { steps }).text);
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

function requireKnown(store: Store, word: string, group: string): void {
  const screened = readKeywords(store).filter((keyword) => group === ALL_GROUPS || keyword.group === group);
  const words = new Set(screened.flatMap((keyword) => [keyword.word, keyword.countsFor]));
  if (words.has(word) || isTerm(store, word)) return;
  throw new UserError('screen/unknown-word', { word, group, near: nearest(word, [...words], 5).join(', ') });
}

/** Only a keyword that counts for another core keyword than itself can be split from it. */
function requireMerged(store: Store, word: string, group: string): void {
  const codebookId = appliedCodebook(store)?.framework.codebook.id ?? '';
  const isMerged = readMappings(store, codebookId).some(
    (mapping) =>
      mapping.word === word &&
      (group === ALL_GROUPS || mapping.group === group) &&
      (mapping.codeId !== null || ![null, word].includes(mapping.coreKeyword)),
  );
  if (!isMerged) throw new UserError('screen/nothing-to-split', { word });
}

/** Whether a word is among the terms of any case, however low it ranks. */
function isTerm(store: Store, word: string): boolean {
  for (const { terms } of readTerms(store)) if (terms.some((term) => term.word === word)) return true;
  return false;
}

function unknownCase(store: Store, id: string): UserError {
  const ids = currentVersions(store).map(({ caseId }) => caseId);
  return new UserError('cases/unknown-case', { id, near: nearest(id, ids, 5).join(', ') });
}
