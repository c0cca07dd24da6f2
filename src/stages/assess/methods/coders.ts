import type { AgreementFacts, ProvenanceFacts, RoundFacts } from '../../../model/provenance/facts.js';
import { gap, type Part, percentOf, say, when } from './say.js';

/** Who coded, how they were trained, how far they agree, and how differences were settled. */
export function writeCoders(facts: ProvenanceFacts): readonly Part[] {
  const { coders, agreement, adjudication, pilot, retests, cases } = facts;
  const { names, lead, sharedCases, areHidden } = coders;
  const [first] = names;
  const { words, sentences, grounds, attendees } = adjudication;
  return [
    ...(first === undefined ? [say('coders/none', {}, 'zhagen history')] : []),
    ...(first !== undefined && names.length === 1
      ? [say('coders/one', { name: first }, 'zhagen coders')]
      : []),
    ...when(names.length > 1, say('coders/several', { names, coders: names.length }, 'zhagen coders')),
    ...(lead === null ? [] : [say('coders/lead', { name: lead }, 'zhagen settings')]),
    gap('training'),
    ...(pilot ? ofPilot(pilot, areHidden) : [say('pilot/none', {}, 'zhagen coders'), gap('pilot')]),
    ...when<Part>(
      sharedCases > 0,
      say(
        'overlap/cases',
        { shared: sharedCases, cases: cases.counted, percent: percentOf(sharedCases, cases.counted) },
        'zhagen cases --json',
      ),
      gap('overlap'),
    ),
    ...(agreement
      ? ofAgreement(agreement, areHidden)
      : [say('agreement/none', { coders: names.length }, 'zhagen agree'), gap('second-coder')]),
    ...(retests.length > 0
      ? retests.map(({ coders: [name = ''], cases: retested, units, measure, value }) =>
          say(
            'retest/done',
            { name, cases: retested, units, measure, value },
            `${commandOf('agree', [name], areHidden)} --round retest`,
          ),
        )
      : when(first !== undefined, say('retest/none', {}, 'zhagen coders'))),
    ...when(
      words + sentences > 0,
      say('adjudication/done', { words, sentences, grounds, attendees }, 'zhagen history --json'),
    ),
    ...when(words + sentences === 0 && names.length > 1, say('adjudication/none', {}, 'zhagen history')),
  ];
}

/** With fewer cases an interval that resamples cases is rough. */
const ENOUGH_CASES = 10;

function ofPilot(
  { coders, cases, units, measure, value, threshold }: RoundFacts,
  areHidden: boolean,
): readonly Part[] {
  const command = commandOf('pilot', coders, areHidden);
  return [
    say('pilot/done', { coders: coders.length, cases, units, measure, value }, command),
    ...(threshold === null || value === null
      ? []
      : [say('pilot/threshold', { threshold, isReached: value >= threshold }, command, 'zhagen settings')]),
  ];
}

function ofAgreement(facts: AgreementFacts, areHidden: boolean): readonly Part[] {
  const { coders: names, measure, value, low, high, percent, segmentation, unitsOfOne } = facts;
  const { unit, units, coded, codebook, level, isSingle, ofCoded, codes, afterSuggestion } = facts;
  const { covers, resamples, seed, clusters } = facts;
  const command = commandOf('agree', names, areHidden);
  const share = percent === null ? null : percentOf(percent, 1);
  return [
    say('agreement/compared', { names, unit, units, coded, codebook, level }, command),
    say('agreement/rule', { unit, isSingle }, command),
    value === null
      ? say('agreement/undefined', { measure }, command)
      : say(
          'agreement/value',
          {
            measure,
            value,
            low,
            high,
            percent: share,
            ofCoded,
            covers: percentOf(covers, 1),
            resamples,
            seed,
          },
          command,
        ),
    ...when(
      value !== null && clusters < ENOUGH_CASES,
      say('agreement/few-cases', { cases: clusters }, command),
    ),
    ...when(codes.length > 0, say('agreement/codes', { measure, codes, level }, command)),
    ...(segmentation && segmentation.value !== null
      ? [say('agreement/segmentation', { ...segmentation, value: segmentation.value }, command)]
      : []),
    ...when(unitsOfOne > 0, say('agreement/left-out', { units: unitsOfOne }, command)),
    ...when(afterSuggestion > 0, say('agreement/suggestions', { units: afterSuggestion }, command)),
  ];
}

/** The command that compares coders; where their names are hidden it does not tell them either. */
function commandOf(verb: 'agree' | 'pilot', coders: readonly string[], areHidden: boolean): string {
  return `zhagen ${verb} --coders ${areHidden ? '…' : coders.join(',')}`;
}
