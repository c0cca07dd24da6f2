import type { CodingFacts, ProvenanceFacts, ScreeningFacts } from '../../../model/provenance/facts.js';
import { gap, type Part, percentOf, say, when } from './say.js';

/** How words were found, ranked and screened. */
export function writeMining({ mining, screening }: ProvenanceFacts): readonly Part[] {
  if (mining === null) return [say('mining/none', {}, 'zhagen runs')];
  const { segmenter, profile, minFrequency, maxLength, newWords, cases, file } = mining;
  const { waiting, by, top, generations } = mining;
  return [
    say('mining/segmented', { segmenter }, 'zhagen --version'),
    file === null
      ? say(
          'mining/discovered',
          { profile, minFrequency, maxLength, newWords, cases },
          'zhagen runs',
          'zhagen mine',
        )
      : say('mining/taken', { file, newWords, cases }, 'zhagen runs', 'zhagen mine'),
    say('mining/ranked', { by, top }, 'zhagen runs', 'zhagen tables keywords'),
    ...when(waiting > 0, say('mining/waiting', { cases: waiting }, 'zhagen regions')),
    ...when(generations > 1, say('mining/generations', { generations }, 'zhagen tables keywords')),
    ...(screening ? ofScreening(screening) : []),
  ];
}

function ofScreening({ considered, groups, rules, people, kept, ...by }: ScreeningFacts): readonly Part[] {
  const decided = people.kept + people.dropped + people.folded + people.added;
  const { leftOutByRules: leftOut, keptByRules } = by;
  return [
    say('screening/considered', { considered, groups }, 'zhagen screen'),
    say('screening/rules', { leftOut, reasons: rules, kept: keptByRules }, 'zhagen tables raw'),
    decided === 0
      ? say('screening/no-people', {}, 'zhagen tables raw')
      : say('screening/people', people, 'zhagen tables raw', 'zhagen history'),
    say('screening/kept', { kept }, 'zhagen screen'),
  ];
}

/** What was coded under which codes, and how much of it people confirmed. */
export function writeCoding({ codebook, coding, cases }: ProvenanceFacts): readonly Part[] {
  if (codebook === null || coding === null) return [say('coding/nothing', {}, 'zhagen runs')];
  const { assignments, references, wholeCases, counterEvidence, contested, toRevisit } = coding;
  const hasCodes = codebook.levels.some(({ codes }) => codes > 0);
  return [
    hasCodes
      ? say('coding/levels', { levels: codebook.levels }, 'zhagen codebook export', 'zhagen tables coding')
      : say('coding/no-codes', {}, 'zhagen codebook export'),
    ...when(
      hasCodes,
      say('coding/counts', { assignments, references, cases: cases.coded }, 'zhagen tables matrix'),
    ),
    ...when(wholeCases > 0, say('coding/whole-cases', { references: wholeCases }, 'zhagen tables coding')),
    ...when(
      counterEvidence > 0,
      say('coding/counter-evidence', { passages: counterEvidence }, 'zhagen tables counter-evidence'),
    ),
    ...(coding.codings > 0 ? whoConfirmed(coding) : []),
    ...when(contested > 0, say('coding/contested', { verdicts: contested }, 'zhagen tables contested')),
    ...when(toRevisit > 0, say('coding/revisit', { verdicts: toRevisit }, 'zhagen tables revisit')),
    ...when(codebook.changes > 0 || codebook.versions.length > 1, gap('codebook-changes')),
  ];
}

function whoConfirmed({ codings, confirmed, rejected, ...coding }: CodingFacts): readonly Part[] {
  const { oneByOne, bulk, afterSuggestion: decisions } = coding;
  const share = { codings, confirmed, percent: percentOf(confirmed, codings), oneByOne, bulk };
  return [
    confirmed === 0
      ? say('coding/proposed', { codings }, 'zhagen tables coding')
      : say(
          'coding/confirmed',
          { ...share, open: codings - confirmed },
          'zhagen tables coding',
          'zhagen history --json',
        ),
    ...when(rejected > 0, say('coding/rejected', { passages: rejected }, 'zhagen history')),
    ...when(
      confirmed + rejected > 0,
      decisions > 0
        ? say('coding/suggestions', { decisions }, 'zhagen history --json')
        : say('coding/no-suggestions', {}, 'zhagen history --json'),
    ),
  ];
}
