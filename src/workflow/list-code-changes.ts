import { UserError } from '../errors.js';
import type { DecidedWord, Verdict } from '../model/decisions/verdict.js';
import { type CodedRequest, chooseView } from '../project/choose-view.js';
import type { ReadContext } from '../project/context.js';
import { codebookToDecide } from '../project/find-code.js';
import { findDecisionId } from '../project/find-memo.js';
import { inView } from '../project/in-view.js';
import { isOfThisLog } from '../project/log-since-tag.js';
import { verdictsOnCodes } from '../project/project-view.js';
import { type CodebookChange, compareCodebooks } from '../stages/code/compare-codebooks.js';
import { effectiveCodebook } from '../stages/code/effective-codebook.js';
import { readDecisionsBetween } from '../store/decision-log.js';
import { lastRevisionOf, readStatements } from '../store/statement-log.js';
import type { Store } from '../store/store.js';
import { readTags } from '../store/tag-table.js';
import { isOfStructure, keyOfCode, structureTypes } from '../store/verdict-table.js';
import { compareByCodePoint } from '../text/code-points.js';
import type { LoggedStatement } from './list-history.js';

/** Which codebook is compared (the one last applied where none is named), in whose view, and with which state of it. */
export interface CodeChangesAsked extends CodedRequest {
  /** `tag:NAME`, `decision:ID` for the state that its statement left, otherwise the codebook as its file has it. */
  readonly since?: string | undefined;
}

/** What became of the codes of a codebook since an earlier state of it. */
export interface CodeChanges {
  readonly version: string;
  readonly changes: readonly (CodebookChange & { readonly code: string })[];
  /** The states that it may be compared with. */
  readonly tags: readonly string[];
  readonly statements: readonly Pick<LoggedStatement, 'decision' | 'decisions'>[];
}

/** So many statements about codes are listed, the latest. */
const STATEMENTS = 40;

/**
 * Lists what people changed of the codes, levels, relations and theory of a codebook since an earlier state. The terms that codes
 * learnt from keywords are compared with the file alone.
 * @throws UserError decide/not-coded, tables/unknown-codebook, tag/unknown, memo/unknown-decision
 */
export function listCodeChanges({ store }: ReadContext, asked: CodeChangesAsked): CodeChanges {
  const reading = { depth: 'codebooks', codebooks: [asked.codebook] } as const;
  return inView(store, chooseView(store, asked), reading, () => changesInView(store, asked));
}

function changesInView(store: Store, { codebook: asked, since }: CodeChangesAsked): CodeChanges {
  const { base, codebook } = codebookToDecide(store, 'code', asked);
  const before =
    since === undefined ? base : effectiveCodebook(base, verdictsAt(store, revisionOf(store, since)));
  const books = [before, codebook];
  const labels = new Map(books.flatMap(({ codes }) => codes.map(({ id, label }) => [id, label.zh])));
  const levels = new Map(books.flatMap((book) => book.levels.map(({ id, name }) => [id, name.zh])));
  const namesIn = { parent: labels, level: levels };
  return {
    version: base.version,
    changes: compareCodebooks(before, codebook)
      .filter((one, at, all) => !repeatsName(one, all[at - 1]))
      .map((one) => {
        const names = one.field === 'parent' || one.field === 'level' ? namesIn[one.field] : null;
        const called = (id: string) => names?.get(id) ?? id;
        const [before, after] = [called(one.before), called(one.after)];
        return { ...one, before, after, code: labels.get(one.codeId) ?? '' };
      }),
    tags: readTags(store).flatMap((one) => (isOfThisLog(store, one) ? [one.name] : [])),
    statements: readStatements(store, {
      before: null,
      limit: STATEMENTS,
      coder: null,
      about: structureTypes,
    }),
  };
}

/** A name that people give is that of both languages: its change is told once. */
function repeatsName(one: CodebookChange, previous: CodebookChange | undefined): boolean {
  return one.field === 'label.en' && previous?.field === 'label.zh' && previous.after === one.after;
}

function revisionOf(store: Store, since: string): number {
  const at = since.indexOf(':');
  const [kind, name] = [since.slice(0, at), since.slice(at + 1)];
  if (kind === 'decision') return lastRevisionOf(store, findDecisionId(store, name));
  const tags = readTags(store);
  const tag = tags.find((one) => one.name === name && isOfThisLog(store, one));
  if (kind === 'tag' && tag) return tag.tag.revision;
  throw new UserError('tag/unknown', { name: since, known: tags.map((one) => one.name) });
}

/** The verdicts that codes follow as they were at a revision; those on keywords as they are now. */
function verdictsAt(store: Store, revision: number): DecidedWord[] {
  const keyOf = ({ aspect, word }: Pick<DecidedWord, 'aspect' | 'word'>) => JSON.stringify([aspect, word]);
  const verdicts = new Map(verdictsOnCodes(store).map((one) => [keyOf(one), one]));
  const later = readDecisionsBetween(store, { by: 'revision', after: revision, upTo: null });
  for (const { target, before } of later.reverse()) {
    if (!isOfStructure(target)) continue;
    const key = keyOfCode(target);
    if (before === null) verdicts.delete(keyOf(key));
    else verdicts.set(keyOf(key), { ...key, verdict: before as Verdict });
  }
  return [...verdicts.values()].sort(
    (one, other) => compareByCodePoint(one.word, other.word) || compareByCodePoint(one.aspect, other.aspect),
  );
}
