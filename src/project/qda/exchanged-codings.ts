import { type Codebook, NO_CODEBOOK } from '../../model/codebook.js';
import { type CodedPassage, MACHINE_CODER } from '../../model/coded-passage.js';
import { isApart } from '../../model/coder-round.js';
import type { PassageJudgement } from '../../model/decisions/passage-verdict.js';
import type { Span } from '../../model/span.js';
import type { View } from '../../model/view.js';
import { currentVersions } from '../../store/case-table.js';
import type { Store } from '../../store/store.js';
import { groupBy } from '../../text/group-by.js';
import { passageId } from '../../text/passage-id.js';
import { inParts, readCodedPassages } from '../coded-passages.js';
import { inView } from '../in-view.js';
import { isSealed, sealedReader } from '../sealed-places.js';
import { exchangedJudgements } from './exchanged-judgements.js';

/** A code that a coder, or the program, gave to a place in the raw text of a case. */
export interface GivenCode extends Span {
  readonly caseId: string;
  readonly codeId: string;
  readonly coder: string;
}

/** What an exchanged project is to have of the coding under one codebook. */
export interface ExchangeRequest {
  readonly codebook: Codebook;
  readonly batch?: string | undefined;
  readonly view: View;
  readonly hasProposals: boolean;
}

/** The codes that coders gave, those that the program alone proposes, and what coders said that is no code given. */
export interface ExchangedCodings {
  readonly given: readonly GivenCode[];
  readonly judged: readonly PassageJudgement[];
  readonly apart: readonly PassageJudgement[];
  readonly rejected: readonly PassageJudgement[];
  readonly against: readonly PassageJudgement[];
}

/** Reads the codes of the cases that count, in the order of cases and places; of a coder's view only what is theirs, and the program's. */
export function exchangedCodings(store: Store, request: ExchangeRequest): ExchangedCodings {
  const { codebook, batch, view, hasProposals } = request;
  const coder = view.kind === 'settled' ? undefined : view.coder;
  const all = exchangedJudgements(store, codebook, batch).filter(
    ({ verdict }) => coder === undefined || verdict.coder === coder,
  );
  const isCarried = ({ verdict }: PassageJudgement) => coder !== undefined || !isApart(verdict.coder);
  const formal = all.filter(isCarried);
  const judged = distinct(
    formal.filter(({ verdict, polarity }) => polarity === 'supports' && verdict.says !== 'reject'),
  );
  return {
    given: [
      ...judged.map(({ verdict, ...place }) => ({ ...place, coder: verdict.coder })),
      ...(hasProposals && view.kind !== 'blind' ? readProposals(store, request, judged) : []),
    ],
    judged,
    apart: all.filter((one) => !isCarried(one)),
    rejected: formal.filter(({ verdict }) => verdict.says === 'reject'),
    against: formal.filter(
      ({ verdict, polarity }) => polarity === 'contradicts' && verdict.says !== 'reject',
    ),
  };
}

/** Two codes that became one are given once. */
function distinct(judged: readonly PassageJudgement[]): PassageJudgement[] {
  const byKey = new Map(judged.map((one) => [`${passageId(one)} ${one.verdict.coder}`, one]));
  return [...byKey.values()];
}

function readProposals(
  store: Store,
  { codebook, batch, view }: ExchangeRequest,
  judged: readonly PassageJudgement[],
): GivenCode[] {
  const keyOf = ({ start, end, codeId }: Omit<GivenCode, 'caseId' | 'coder'>) => `${start} ${end} ${codeId}`;
  const byPeople = groupBy(judged, ({ caseId }) => caseId);
  const versions = new Map(currentVersions(store, { batch }).map(({ caseId, version }) => [caseId, version]));
  const known = new Set(codebook.codes.map(({ id }) => id));
  const sealedOf = sealedReader(store);
  const codebooks = [codebook.id || NO_CODEBOOK];
  return inView(store, view, { depth: 'passages', codebooks }, () =>
    inParts([...versions.keys()], (caseIds) =>
      [...groupBy(readCodedPassages(store, codebook.id, caseIds), ({ caseId }) => caseId)].flatMap(ofCase),
    ),
  );

  /** What a keyword alone found is no reference. */
  function ofCase([caseId, passages]: [string, readonly CodedPassage[]]): GivenCode[] {
    const current = passages.filter(
      ({ version, polarity, origin }) =>
        version === versions.get(caseId) && polarity === 'supports' && origin !== 'keyword',
    );
    const persons = [...(byPeople.get(caseId) ?? []), ...current.filter(({ origin }) => origin === 'person')];
    const taken = new Set(persons.map(keyOf));
    return current.flatMap((one) => {
      const { start, end, codeId, status } = one;
      if (status === 'rejected' || taken.has(keyOf(one)) || !known.has(codeId)) return [];
      if (isSealed(one, sealedOf(one))) return [];
      taken.add(keyOf(one));
      return [{ caseId, codeId, start, end, coder: MACHINE_CODER }];
    });
  }
}
