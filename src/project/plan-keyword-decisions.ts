import { UserError } from '../errors.js';
import { stepNameSchema } from '../model/cleaning-step.js';
import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import type { Verdict } from '../model/decisions/verdict.js';
import { normalizeText } from '../stages/normalize/normalize-text.js';
import { currentVersions } from '../store/case-table.js';
import { readCleanText, readStepCounts } from '../store/normalized-text-table.js';
import type { Store } from '../store/store.js';
import { casesContaining } from '../store/string-index.js';
import { readVerdict } from '../store/verdict-table.js';
import { findWords } from '../text/find-words.js';
import { nearest } from '../text/nearest.js';
import { findCase } from './find-case.js';
import { requireKnown, requireMerged, requireTarget, unknownCase } from './known-words.js';
import { kindsAround } from './left-out-passages.js';
import { projectForm } from './project-form.js';
import { groupsInForce } from './project-view.js';
import { requireOpenCase } from './require-open-case.js';
import type { PlannedDecision, Statement } from './statement.js';

const TAKES_TARGET: readonly Verdict['kind'][] = ['fold', 'merge', 'group', 'move', 'rename'];

/** Asks that a statement names words, and a target where its verb takes one. */
export function requireWords({ kind, words }: Statement): void {
  if (words.includes('')) throw new UserError('decide/empty-word', { verb: kind });
  if (!TAKES_TARGET.includes(kind)) return;
  const into = words.at(-1) as string;
  if (words.length < 2) throw new UserError('decide/needs-target', { verb: kind });
  if (words.indexOf(into) < words.length - 1) throw new UserError('decide/fold-into-itself', { word: into });
}

/** What a statement about keywords leaves in force for each of its words. */
export function planKeywordDecisions(store: Store, statement: Statement): PlannedDecision[] {
  const { kind, words, caseId } = statement;
  if (caseId !== undefined) requireOpenCase(store, caseId);
  const type = kind === 'merge' || kind === 'split' ? 'mapping' : 'keyword';
  const group = groupOf(store, statement);
  const hasTarget = TAKES_TARGET.includes(kind);
  const into = hasTarget ? { into: words.at(-1) as string } : {};
  if (hasTarget) requireTarget(store, statement);
  const subjects = hasTarget ? words.slice(0, -1) : words;
  if (kind !== 'add') requireKnown(store, subjects, group);
  return subjects.map((word) => {
    const planned = { target: { type, group, word }, ...into } as const;
    if (kind === 'add') return { ...planned, ...evidenceOf(store, word, statement) };
    if (kind === 'split') requireMerged(store, word, group);
    return kind === 'fold' || kind === 'keep' ? { ...planned, ...additionOf(store, word, group) } : planned;
  });
}

/** How a reader had added a word that is now folded or kept: it goes on counting where it was found. */
function additionOf(
  store: Store,
  word: string,
  group: string,
): Pick<PlannedDecision, 'added' | 'caseId' | 'quote'> {
  const inForce =
    readVerdict(store, { group, word, aspect: 'screening' }) ??
    readVerdict(store, { group: ALL_GROUPS, word, aspect: 'screening' });
  if (inForce?.kind !== 'add' && !inForce?.added) return {};
  const { caseId, quote } = inForce;
  return { added: true, ...(caseId !== undefined && { caseId }), ...(quote !== undefined && { quote }) };
}

/** An addition for one case belongs to that case's group. */
function groupOf(store: Store, { group, caseId }: Statement): string {
  const groups = groupsInForce(store);
  if (group !== undefined && group !== ALL_GROUPS) {
    const form = projectForm(store);
    const named = groups.has(group) ? group : [...groups.keys()].find((key) => form(key) === form(group));
    if (named === undefined) {
      throw new UserError('screen/unknown-group', {
        group,
        known: nearest(group, [...groups.keys()], 5).join(', '),
      });
    }
    return named;
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
): Pick<PlannedDecision, 'caseId' | 'quote'> {
  if (caseId === undefined || quote === undefined) {
    const containing = casesContaining(store, [word]).get(word) ?? [];
    if (caseId === undefined ? containing.length > 0 : containing.includes(caseId)) return {};
    const cases = currentVersions(store).filter((one) => caseId === undefined || one.caseId === caseId);
    const kinds = [...new Set(cases.flatMap((one) => kindsAround(store, one, word)))];
    if (kinds.length > 0) throw new UserError('screen/add-in-left-out-region', { word, kinds });
    throw new UserError('screen/add-without-evidence', { word });
  }
  const { version } = findCase(store, caseId);
  const steps = readStepCounts(store, caseId, version).map(({ step }) => stepNameSchema.parse(step));
  const text = readCleanText(store, caseId, version) ?? '';
  const [passage] = findWords(text, normalizeText(quote, { steps }).text);
  if (!passage) throw new UserError('screen/quote-not-found', { caseId, quote });
  return { caseId, quote: text.slice(passage.start, passage.end) };
}
