import type { Code } from '../../model/codebook.js';
import { type Evidence, isReference } from '../../model/evidence.js';
import type { Framework } from '../../model/framework.js';
import { ownDefinition } from '../../model/own-definition.js';
import type { PillarEvidenceRow, PillarRow } from '../../model/table-rows.js';
import { isWholeCase } from '../../model/whole-case.js';
import { groupBy } from '../../text/group-by.js';
import { passageId } from '../../text/passage-id.js';
import {
  chooseExemplars,
  type LeadingPlace,
  leadingPlaces,
  rankCases,
  type ToldCase,
} from './choose-exemplars.js';
import { chooseQuotes, type QuoteChoice } from './choose-quotes.js';
import { categoryTest, numberCodes, walkCodes } from './number-codes.js';
import type { Quoting } from './tabulate-examples.js';

/** What pillars are argued from: their ranks in cases and places, where cases are, and the passages that support codes. */
export interface PillarGround {
  readonly byCase: readonly PillarRow[];
  /** Empty where no attribute says where cases are. */
  readonly byPlace: readonly PillarRow[];
  readonly placeOf: (caseId: string) => string | null;
  readonly passages: readonly Evidence[];
}

/** One case (or the lack of one) that a pillar is argued with. */
interface Argument extends Pick<PillarEvidenceRow, 'role' | 'choice'> {
  readonly pillar: Code;
  readonly told: ToldCase | null;
  readonly place: string | null;
  readonly lead: LeadingPlace | undefined;
  /** Whether any case has evidence of the pillar, with words to quote or without. */
  readonly isRanked: boolean;
}

/** A code that a case tells a pillar with, and its passages; no code where nothing is told. */
interface Practice {
  readonly argument: Argument;
  readonly code: Code | null;
  readonly passages: readonly Evidence[];
}

/**
 * What argues for each pillar: its claim, its categories, an exemplar, the places that lead it, and quotes of the practices in
 * these cases; last the cases without any evidence, under no pillar.
 */
export function tabulatePillarEvidence(
  framework: Framework,
  ground: PillarGround,
  { perGroup, isInBulk }: QuoteChoice,
): Quoting<PillarEvidenceRow>[] {
  const told = groupBy(
    ground.passages.filter((one) => !isWholeCase(one)),
    ({ caseId, codeId }) => keyOf(caseId, framework.paths.get(codeId)?.[0]?.id),
  );
  const argued = argue(framework, ground, (caseId, pillar) => told.has(keyOf(caseId, pillar.id)));
  const practices = argued.flatMap((argument): Practice[] => {
    const passages = told.get(keyOf(argument.told?.caseId, argument.pillar.id)) ?? [];
    const codes = practicesOf(framework, passages).slice(0, perGroup);
    return codes.length === 0
      ? [{ argument, code: null, passages: [] }]
      : codes.map((one) => ({ argument, ...one }));
  });
  const quotes = chooseQuotes(new Map(practices.map(({ passages }, at) => [String(at), passages])), {
    perGroup: 1,
    isInBulk,
  });
  const describe = describer(framework);
  return [
    ...practices.map(({ argument, code }, at) =>
      rowOf(describe(argument.pillar), argument, code, quotes.get(String(at))?.quotes[0] ?? null),
    ),
    ...ground.byCase
      .filter(({ pillar }) => pillar === null)
      .map(({ group }) => ({ ...NOTHING, caseId: group, place: ground.placeOf(group) })),
  ];
}

const keyOf = (caseId: string | undefined, pillarId: string | undefined) => `${pillarId}\t${caseId}`;

function argue(
  { top }: Framework,
  { byCase, byPlace, placeOf }: PillarGround,
  hasWords: (caseId: string, pillar: Code) => boolean,
): Argument[] {
  const ranked = new Map(
    top.map((pillar) => [
      pillar.label.zh,
      rankCases(pillar.label.zh, byCase).filter(({ caseId }) => hasWords(caseId, pillar)),
    ]),
  );
  const exemplars = chooseExemplars(ranked);
  return top.flatMap((pillar) => {
    const leads = leadingPlaces(pillar.label.zh, byPlace);
    const exemplar = exemplars.get(pillar.label.zh);
    const place = exemplar ? placeOf(exemplar.caseId) : null;
    const isRanked = byCase.some((row) => row.pillar === pillar.label.zh && row.rank !== null);
    const others = leads.filter((lead) => exemplar === undefined || lead.place !== place);
    return [
      {
        pillar,
        role: exemplar ? 'exemplar' : 'none',
        choice: exemplar?.choice ?? null,
        told: exemplar ?? null,
        place,
        lead: leads.find((lead) => exemplar !== undefined && lead.place === place),
        isRanked,
      } as const,
      ...others.map((lead) => {
        const best = ranked.get(pillar.label.zh)?.find(({ caseId }) => placeOf(caseId) === lead.place);
        return {
          pillar,
          role: 'leading-place',
          choice: best ? 'of-place' : null,
          told: best ?? null,
          place: lead.place,
          lead,
          isRanked,
        } as const;
      }),
    ];
  });
}

/** The codes that passages of one case and pillar are of, those below the top first, by confirmed references, references and passages. */
function practicesOf({ codebook, top }: Framework, passages: readonly Evidence[]) {
  const own = groupBy(passages, ({ codeId }) => codeId);
  const tops = new Set(top.map(({ id }) => id));
  return codebook.codes
    .flatMap((code) => {
      const found = own.get(code.id);
      if (found === undefined) return [];
      const references = found.filter(isReference);
      const confirmed = references.filter(({ status }) => status === 'confirmed').length;
      return [
        {
          code,
          passages: found,
          rank: [Number(!tops.has(code.id)), confirmed, references.length, found.length],
        },
      ];
    })
    .sort((a, b) => {
      const at = a.rank.findIndex((one, index) => one !== b.rank[index]);
      return at < 0 ? 0 : (b.rank[at] as number) - (a.rank[at] as number);
    });
}

/** Says of a pillar what is the same in all its rows. */
function describer(framework: Framework) {
  const numbers = numberCodes(framework);
  const isCategory = categoryTest(framework);
  const categories = groupBy(
    walkCodes(framework).filter(isCategory),
    ({ id }) => framework.paths.get(id)?.[0]?.id,
  );
  return (pillar: Code) => ({
    number: numbers.get(pillar.id) ?? null,
    pillar: pillar.label.zh,
    claim: ownDefinition(pillar) || null,
    categories: (categories.get(pillar.id) ?? []).map(({ id, label }) => `${numbers.get(id)} ${label.zh}`),
  });
}

function rowOf(
  described: Pick<PillarEvidenceRow, 'number' | 'pillar' | 'claim' | 'categories'>,
  { role, choice, told, place, lead, isRanked }: Argument,
  code: Code | null,
  quoted: Evidence | null,
): Quoting<PillarEvidenceRow> {
  return {
    ...described,
    role,
    place,
    leads: lead?.leads ?? null,
    placeAssignments: lead?.row.assignments ?? null,
    placeReferences: lead?.row.references ?? null,
    caseId: told?.caseId ?? null,
    choice,
    caseRank: told?.row.rank ?? null,
    margin: told?.row.margin ?? null,
    references: told?.row.references ?? null,
    practice: code?.label.zh ?? null,
    codeId: code?.id ?? null,
    quote: quoted?.cleanQuote ?? null,
    status: quoted?.status ?? null,
    passage: quoted ? passageId(quoted) : null,
    flag: quoted ? null : isRanked ? 'untold' : 'no-evidence',
    quoted,
  };
}

const NOTHING = {
  number: null,
  pillar: null,
  claim: null,
  categories: [],
  role: 'none',
  leads: null,
  placeAssignments: null,
  placeReferences: null,
  choice: null,
  caseRank: null,
  margin: null,
  references: null,
  practice: null,
  codeId: null,
  quote: null,
  status: null,
  passage: null,
  flag: 'no-evidence',
  quoted: null,
} as const;
