import { UserError } from '../../errors.js';
import type { PassageQuery } from '../../model/passage-query.js';
import type { Span } from '../../model/span.js';
import { attributeByCase, findAttribute, namesOfAttributes } from '../../project/case-attributes.js';
import { type Filters, matchesAll, readFilters } from '../../project/case-facets.js';
import type { ReadContext } from '../../project/context.js';
import { findCode, frameworkInUse } from '../../project/find-code.js';
import { currentJudgements } from '../../project/find-passages.js';
import { casesHiddenFrom } from '../../project/hidden-cases.js';
import { projectForm } from '../../project/project-form.js';
import { isSealed } from '../../project/sealed-places.js';
import { proposalsSeenBy } from '../../project/shown-proposals.js';
import { codedSentences } from '../../stages/tabulate/coded-sentences.js';
import { currentVersions } from '../../store/case-table.js';
import { readPassagePlaces } from '../../store/passage-place-table.js';
import { readSealedStatements } from '../../store/sealed-statement-table.js';
import { readSentences } from '../../store/sentence-table.js';
import type { Store } from '../../store/store.js';
import { casesContaining } from '../../store/string-index.js';
import { readTextParts } from '../../store/text-part-table.js';
import { groupBy } from '../../text/group-by.js';

/** A query, and who asks it. */
export interface QueryAsked extends PassageQuery {
  /** Who asks. */
  readonly by: string;
}

/** A sentence that a query found, in the raw text. */
export interface FoundSentence extends Span {
  readonly caseId: string;
  readonly version: string;
  readonly paragraph: number;
  readonly quote: string;
}

/** A code where it was given. */
interface Coded extends Span {
  readonly caseId: string;
}

/**
 * Finds the sentences of the counted text that a query asks for, in the order of the cases. Of proposals those count that whoever
 * asks sees, and of what others coded that in cases in which it is not hidden from them.
 * @throws UserError query/nothing-asked, query/unknown-attribute, code/unknown-code
 */
export function* querySentences({ store }: ReadContext, asked: QueryAsked): Generator<FoundSentence> {
  const words = asked.words.split(/\s+/).flatMap((word) => (word === '' ? [] : [projectForm(store)(word)]));
  const filters = readFilters(asked.where);
  if (words.length === 0 && asked.code === '' && asked.coder === '')
    throw new UserError('query/nothing-asked', {});
  const isOfCases = caseTest(store, filters);
  const containing = [...casesContaining(store, words).values()].map((ids) => new Set(ids));
  const coded =
    asked.code === '' && asked.coder === '' ? null : groupBy(codedOf(store, asked), (one) => one.caseId);
  for (const { caseId, version } of currentVersions(store)) {
    const given = coded?.get(caseId);
    if ((coded && !given) || !isOfCases(caseId) || containing.some((ids) => !ids.has(caseId))) continue;
    const { counted } = readSentences(store, caseId, version);
    const readText = () => [...readTextParts(store, caseId, version)].join('');
    const sealed = readSealedStatements(store, caseId, version);
    for (const sentence of codedSentences({ caseId, sentences: counted, readText }, given ?? [])) {
      const { start, end, paragraph, quote, evidence } = sentence;
      if ((coded && evidence.length === 0) || isSealed({ start, end }, sealed)) continue;
      const plain = projectForm(store)(quote).replaceAll(/\s/g, '');
      if (words.every((word) => plain.includes(word.replaceAll(/\s/g, ''))))
        yield { caseId, version, start, end, paragraph, quote };
    }
  }
}

/** Where the code, or whatever code, was given by the coder; what the program proposes where no coder is named. */
function codedOf(store: Store, { code, coder, by }: QueryAsked): Coded[] {
  const { codebook, paths } = frameworkInUse(store);
  const wanted = code === '' ? null : findCode(codebook, code).id;
  const codeIds = new Set(
    codebook.codes.flatMap(({ id }) =>
      wanted === null || paths.get(id)?.some((above) => above.id === wanted) ? [id] : [],
    ),
  );
  const said = currentJudgements(store, codebook.id).filter(
    ({ codeId, verdict, end }) =>
      codeIds.has(codeId) && verdict.says !== 'reject' && verdict.coder === (coder || by) && end > 0,
  );
  if (coder === by) return said;
  if (coder !== '') {
    const hidden = new Set(casesHiddenFrom(store, by));
    return said.filter(({ caseId }) => !hidden.has(caseId));
  }
  const isSeen = proposalsSeenBy(store, { coder: by, codebookId: codebook.id });
  return [
    ...said,
    ...readPassagePlaces(store, codebook.id, codeIds, null).filter((one) => isSeen(one.caseId)),
  ];
}

/** Makes a test whether a case has the attributes that are asked for. */
function caseTest(store: Store, filters: Filters): (caseId: string) => boolean {
  const values = [...filters.keys()].map((name) => {
    const attribute = findAttribute(store, name);
    if (!attribute)
      throw new UserError('query/unknown-attribute', { name, known: namesOfAttributes(store).join(', ') });
    return [name, attributeByCase(store, attribute)] as const;
  });
  return (caseId) => matchesAll(new Map(values.map(([name, of]) => [name, [of.get(caseId) ?? '']])), filters);
}
