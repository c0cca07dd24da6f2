import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { UserError } from '../../errors.js';
import type { CommentedText } from '../../model/word-comment.js';
import { readCaseStandings } from '../../store/case-standing-table.js';
import { currentVersions } from '../../store/case-table.js';
import type { Store } from '../../store/store.js';
import { groupBy } from '../../text/group-by.js';
import { caseFinder } from './find-cases.js';

/** The case of a document, and how it is known: by its text, by a mark that the program left in it, or by its name. */
export interface DocumentCase {
  readonly caseId: string;
  readonly by: 'text' | 'mark' | 'name';
}

/**
 * Makes a function that finds the cases of documents: the case that has the text, else the one that the document was made of,
 * else that of its name.
 * @throws UserError comments/unknown-document, coding/several-cases, cases/sealed
 */
export function documentCases(
  store: Store,
): (source: string, document: CommentedText, named: string | undefined) => DocumentCase {
  const cases = caseFinder(store);
  const byVersion = groupBy(currentVersions(store, { scope: 'all' }), ({ version }) => version);
  const sealed = readCaseStandings(store, 'sealed');
  return (source, { text, mark }, named) => {
    const name = basename(source, extname(source));
    const unknown = (wanted: string) =>
      new UserError('comments/unknown-document', { path: source, name: wanted, near: cases.near(wanted) });
    if (named !== undefined) {
      const caseId = cases.find(named);
      if (caseId === undefined) throw unknown(named);
      return { caseId, by: 'name' };
    }
    const sameText = (byVersion.get(sha256Of(text)) ?? []).map(({ caseId }) => caseId);
    const [only, ...others] = sameText;
    if (only !== undefined && others.length === 0) {
      if (sealed.has(only)) throw new UserError('cases/sealed', { id: only });
      return { caseId: only, by: 'text' };
    }
    const marked = mark && cases.find(mark.caseId);
    const called = cases.find(withoutExtension(source)) ?? cases.find(name);
    const caseId = [marked, called].find((id) => id && (sameText.length === 0 || sameText.includes(id)));
    if (caseId) return { caseId, by: caseId === marked ? 'mark' : 'name' };
    if (sameText.length > 0)
      throw new UserError('comments/several-texts', { path: source, cases: sameText.join(', ') });
    throw unknown(name);
  };
}

const sha256Of = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

const withoutExtension = (source: string) => source.slice(0, source.length - extname(source).length);
