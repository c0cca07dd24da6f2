import type { ProvenanceFacts } from '../../../model/provenance/facts.js';
import type { FlowStep } from '../../../model/provenance/statement.js';
import { gap, type Part, percentOf, say, when } from './say.js';

/** Which tradition and road the study takes, and what became of its codebook. */
export function writeApproach({ tradition, codebook }: ProvenanceFacts): readonly Part[] {
  return [
    gap('question'),
    tradition === null ? gap('tradition') : say('approach/tradition', { tradition }, 'zhagen settings'),
    ...(codebook === null ? [say('approach/uncoded', {})] : []),
    ...(codebook?.isGiven === true
      ? [
          say(
            'approach/deductive',
            { title: codebook.title, version: codebook.version },
            'zhagen codebook export',
          ),
        ]
      : []),
    ...when(codebook?.isGiven === false, say('approach/inductive', {}, 'zhagen codebook export')),
    ...(codebook && codebook.versions.length > 1
      ? [say('approach/versions', { versions: codebook.versions }, 'zhagen runs')]
      : []),
    ...(codebook && codebook.changes > 0
      ? [say('approach/changed', { decisions: codebook.changes }, 'zhagen history')]
      : []),
    gap('why-approach'),
  ];
}

/** How the cases came to be those that are coded, from import on. */
export function writeCases({ cases, texts }: ProvenanceFacts): readonly Part[] {
  const { imported, batches, excluded, exclusions, withoutText, chosen, counted } = cases;
  return [
    gap('solicitation'),
    gap('criteria'),
    ...when(texts.hasSpeech, gap('interviews')),
    say('cases/imported', { cases: imported, batches }, 'zhagen cases'),
    excluded > 0
      ? say('cases/excluded', { cases: excluded, reasons: exclusions }, 'zhagen cases')
      : say('cases/none-excluded', {}, 'zhagen cases'),
    ...when(cases.excludedWithoutReason > 0, gap('exclusion-reasons')),
    ...when(chosen > 0, say('cases/chosen', { cases: chosen }, 'zhagen tables sampling')),
    say('cases/counted', { cases: counted }, 'zhagen cases'),
    ...when(
      cases.untouched > 0,
      say(
        'cases/untouched',
        { cases: cases.untouched },
        'zhagen cases --json',
        'zhagen tables matrix --status confirmed',
      ),
    ),
    ...when(withoutText > 0, say('cases/without-text', { cases: withoutText }, 'zhagen cases')),
    say('cases/flow', { steps: flowOf(cases) }, 'zhagen cases', 'zhagen tables matrix'),
  ];
}

function flowOf(cases: ProvenanceFacts['cases']): FlowStep[] {
  const step = (name: FlowStep['step'], count: number, reasons: FlowStep['reasons'] = []) => ({
    step: name,
    cases: count,
    reasons,
  });
  return [
    step('imported', cases.imported),
    step('excluded', cases.excluded, cases.exclusions),
    ...when(cases.sealed > 0, step('sealed', cases.sealed)),
    step('counted', cases.counted),
    ...when(cases.unsealed > 0, step('unsealed', cases.unsealed)),
    step('coded', cases.coded),
    step('coded-by-people', cases.codedByPeople),
    step('done', cases.done),
  ];
}

/** How texts were cleaned, and what of them counts. */
export function writeTexts({ texts, cases }: ProvenanceFacts): readonly Part[] {
  const { steps, changes, characters, counted, kinds, otherwise, sentences } = texts;
  if (cases.counted - cases.withoutText === 0) return [];
  return [
    say('texts/cleaned', { steps, changes }, 'zhagen cases --manifest'),
    say(
      'texts/counted',
      { characters, counted, percent: percentOf(counted, characters), kinds },
      'zhagen regions',
    ),
    ...when(otherwise > 0, say('texts/otherwise', { cases: otherwise }, 'zhagen regions')),
    say('texts/sentences', { sentences, cases: cases.counted - cases.withoutText }, 'zhagen tables coverage'),
  ];
}
