import { type Evidence, isReference } from '../../model/evidence.js';
import type { Framework } from '../../model/framework.js';
import type { RelationRow, RelationTableRow } from '../../model/table-rows.js';
import { chooseQuotes, type QuoteChoice } from './choose-quotes.js';
import type { CodedUnit } from './coded-units.js';
import type { Quoting } from './tabulate-examples.js';

/** The part of the paradigm model that is written from the other end: the first code is what follows from the second. */
const CONSEQUENCE = '结果';

/** Where the two codes of a relation are evident in one sentence. */
interface Meeting {
  units: number;
  readonly cases: Set<string>;
  readonly passages: Evidence[];
}

/**
 * Relations as papers print them, each with the sentences in which both its codes, or codes under them, are evident, and one of these
 * quoted. Codes of which one is above the other meet wherever the lower is, which says nothing: null.
 */
export function tabulateRelations(
  { paths }: Framework,
  relations: readonly RelationRow[],
  sentences: Iterable<CodedUnit>,
  { isInBulk }: Pick<QuoteChoice, 'isInBulk'>,
): Quoting<RelationTableRow>[] {
  const isUnder = (codeId: string, above: string) =>
    paths.get(codeId)?.some(({ id }) => id === above) === true;
  const meetings = relations.map(({ fromId, toId }): Meeting | null =>
    isUnder(fromId, toId) || isUnder(toId, fromId) ? null : { units: 0, cases: new Set(), passages: [] },
  );
  for (const { caseId, evidence } of sentences) {
    if (evidence.length < 2) continue;
    relations.forEach(({ fromId, toId }, at) => {
      const meeting = meetings[at];
      const from = evidence.filter(({ codeId }) => isUnder(codeId, fromId));
      const to = evidence.filter(({ codeId }) => isUnder(codeId, toId));
      if (!meeting || from.length === 0 || to.length === 0) return;
      meeting.units += 1;
      meeting.cases.add(caseId);
      meeting.passages.push(...from.flatMap((one) => to.map((other) => joinPassages(one, other))));
    });
  }
  const quotes = chooseQuotes(new Map(meetings.map((meeting, at) => [String(at), meeting?.passages ?? []])), {
    perGroup: 1,
    isInBulk,
  });
  return relations.map((row, at) => {
    const meeting = meetings[at];
    const quoted = quotes.get(String(at))?.quotes[0] ?? null;
    return {
      ...describeRelation(row),
      sharedUnits: meeting?.units ?? null,
      sharedCases: meeting?.cases.size ?? null,
      caseId: quoted?.caseId ?? null,
      quote: quoted?.cleanQuote ?? null,
      quoted,
    };
  });
}

/** The same where nothing is coded under the codebook: nobody knows where its codes meet. */
export function statedOnly(relations: readonly RelationRow[]): Quoting<RelationTableRow>[] {
  const unknown = { sharedUnits: null, sharedCases: null, caseId: null, quote: null, quoted: null };
  return relations.map((row) => ({ ...describeRelation(row), ...unknown }));
}

function describeRelation(row: RelationRow) {
  const { from, relation, to } = row;
  const pair = relation === CONSEQUENCE ? `${to}→${from}` : `${from}→${to}`;
  return { pair, ...row };
}

/** Two passages of a sentence as one: confirmed where both are, with all that led to them and the words of the longer. */
function joinPassages(one: Evidence, other: Evidence): Evidence {
  const longer = other.end - other.start > one.end - one.start ? other : one;
  return {
    ...longer,
    status: one.status === 'confirmed' ? other.status : one.status,
    origins: isReference(one) && isReference(other) ? one.origins : ['keyword'],
    keywords: [...new Set([...one.keywords, ...other.keywords])],
    rules: [...new Set([...one.rules, ...other.rules])],
    decisionIds: [...new Set([...one.decisionIds, ...other.decisionIds])],
  };
}
