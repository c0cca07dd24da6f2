import type { AdjudicationReason } from '../../model/adjudication-reason.js';
import { adjudicationWord } from '../../model/adjudication-word.js';
import { many, sentence, verb } from './sentences-en.js';
import { decimal, listCounted, measureNames, type Sentences, whole } from './words.js';

const units = { keyword: 'keyword', sentence: 'sentence', paragraph: 'paragraph', case: 'case' } as const;

const forms = {
  'inductive-thematic': 'inductive thematic saturation',
  'a-priori-thematic': 'a priori thematic saturation',
  data: 'data saturation',
} as const;

const names = measureNames.en;
const interval = (low: number | null, high: number | null) =>
  low === null || high === null ? '' : `, interval ${decimal(low)}–${decimal(high)}`;
const orUndefined = (value: number | null) =>
  value === null ? 'not defined (all judgements are the same)' : decimal(value);

/** What a methods text says of codes, coders, saturation and the program, in English. */
export const englishSentencesOfCoding: Sentences<
  | 'coding'
  | 'coders'
  | 'pilot'
  | 'overlap'
  | 'agreement'
  | 'retest'
  | 'adjudication'
  | 'saturation'
  | 'reserve'
  | 'theory'
  | 'program'
> = {
  'coding/levels': ({ levels }) =>
    `The codebook has ${many(levels.length, 'level')}, from the top: ${levels.map(({ name, codes, used }) => `${name.en} (${many(codes, 'code')}, ${whole(used)} in use)`).join(', ')}.`,
  'coding/no-codes': () => 'The codebook has no codes yet.',
  'coding/counts': ({ assignments, references, cases }) =>
    `${sentence(many(assignments, 'pair'))} of case and keyword ${verb(assignments, 'was', 'were')} assigned to a code, and ${many(references, 'passage')} ${verb(references, 'was', 'were')} coded (references), in ${many(cases, 'case')}.`,
  'coding/nothing': () => 'The material has not been coded yet.',
  'coding/whole-cases': ({ references }) =>
    `${whole(references)} of the references ${verb(references, 'codes', 'code')} a case as a whole and ${verb(references, 'names', 'name')} no passage.`,
  'coding/counter-evidence': ({ passages }) =>
    `Apart from these, ${many(passages, 'passage')} ${verb(passages, 'denies', 'deny')} what a code says or ${verb(passages, 'states', 'state')} a problem; ${verb(passages, 'it is', 'they are')} listed separately and no references.`,
  'coding/confirmed': ({ codings, confirmed, percent, oneByOne, bulk, open }) =>
    `Of these ${many(codings, 'coding')}, passages that deny or state a problem included, people made or confirmed ${whole(confirmed)} (${percent}%): ${whole(oneByOne)} one by one and ${whole(bulk)} in bulk. The other ${whole(open)} are proposals that the program made from keywords and rules, and that nobody has judged.`,
  'coding/proposed': ({ codings }) =>
    `All of these ${many(codings, 'coding')}, passages that deny or state a problem included, are proposals that the program made from keywords and rules; nobody has confirmed any of them.`,
  'coding/rejected': ({ passages }) =>
    `Coders rejected ${many(passages, 'proposal')} of the program; ${verb(passages, 'it is', 'they are')} not counted.`,
  'coding/contested': ({ verdicts }) =>
    `Coders differ about ${many(verdicts, 'verdict')} that nobody has adjudicated; the earliest one counts.`,
  'coding/revisit': ({ verdicts }) =>
    `After ${many(verdicts, 'verdict')} the code or the proposal changed, or somebody returned the passage; ${verb(verdicts, 'it is', 'they are')} still to be looked at again.`,
  'coding/suggestions': ({ decisions }) =>
    `${sentence(many(decisions, 'decision'))} ${verb(decisions, 'was', 'were')} made after the program had shown a suggestion and ${verb(decisions, 'is', 'are')} not blind.`,
  'coding/no-suggestions': () =>
    'According to the log, no decision was made after the program had shown a suggested code.',
  'coders/none': () => 'Nobody has coded yet, so there is no intercoder reliability to report.',
  'coders/one': ({ name }) => `One person (${name}) coded the material.`,
  'coders/several': ({ names: coders, coders: count }) =>
    `${sentence(many(count, 'person', 'people'))} coded the material: ${coders.join(', ')}.`,
  'coders/lead': ({ name }) => `Where coders differ and nobody adjudicated, the verdict of ${name} counts.`,
  'pilot/none': () => 'The project has no record of a training round.',
  'pilot/done': ({ coders, cases, units: count, measure, value }) =>
    `Before the formal round ${many(coders, 'coder')} coded ${many(cases, 'case')} (${many(count, 'unit')}) to learn the codebook; ${names[measure] ?? measure} was ${orUndefined(value)}. The training round is kept apart and counts nowhere else.`,
  'pilot/threshold': ({ threshold, isReached }) =>
    `The threshold set beforehand was ${threshold}; it was ${isReached ? '' : 'not '}reached.`,
  'overlap/cases': ({ shared, cases, percent }) =>
    `${sentence(many(shared, 'case'))} of the ${whole(cases)} in the analysis (${percent}%) ${verb(shared, 'was', 'were')} coded to the end by two or more coders.`,
  'agreement/none': ({ coders }) =>
    coders > 1
      ? 'The coders judged no units in common, so intercoder reliability was not computed.'
      : 'There is no second coder, so intercoder reliability was not computed.',
  'agreement/compared': ({ names: coders, unit, units: count, coded, codebook, level }) =>
    `Intercoder reliability compares what ${coders.join(', ')} said before adjudication. The unit is the ${units[unit]}${level ? `, the level is ${level.en}` : ''}, the codebook is that of version ${codebook}. ${sentence(many(count, 'unit'))} ${verb(count, 'was', 'were')} judged by two or more coders; somebody gave a code to ${whole(coded)} of them.`,
  'agreement/rule': ({ unit, isSingle }) =>
    isSingle
      ? `A ${units[unit]} has one code at most; coders agree where they give the same.`
      : `A ${units[unit]} may have several codes: whether it has a code is one judgement for each code, and the codes are pooled. Passages need not begin and end alike; what touches the same ${units[unit]} is compared.`,
  'agreement/value': ({ measure, value, low, high, percent, ofCoded, covers, ...drawn }) =>
    `The headline measure, ${names[measure] ?? measure}, is ${orUndefined(value)} (${covers}% confidence interval ${low === null || high === null ? 'not estimable' : `${decimal(low)}–${decimal(high)}`}, ${many(drawn.resamples, 'resample')} of whole cases, seed ${drawn.seed})${percent === null ? '' : `; the coders agree in ${percent}% of their judgements`}. Over the units with a code alone it is ${orUndefined(ofCoded)}.`,
  'agreement/few-cases': ({ cases }) =>
    `Only ${many(cases, 'case')} ${verb(cases, 'is', 'are')} compared, so the interval is rough.`,
  'agreement/undefined': ({ measure }) =>
    `All judgements are the same and only one answer occurs, so ${names[measure] ?? measure} is not defined.`,
  'agreement/codes': ({ measure, codes, level }) => ({
    title: 'Agreement on single codes',
    heads: [level?.en ?? 'code', 'units with the code', names[measure] ?? measure, 'interval', 'prevalence'],
    rows: codes.map(({ code, positives, isTooFew, value, low, high, prevalence }) => [
      code.en,
      `${whole(positives)}${isTooFew ? ' (too few)' : ''}`,
      value === null ? 'not defined' : decimal(value),
      low === null || high === null ? '' : `${decimal(low)}–${decimal(high)}`,
      prevalence === null ? '' : decimal(prevalence),
    ]),
  }),
  'agreement/segmentation': ({ value, low, high }) =>
    `Agreement on where passages begin and end, whatever their codes (boundary similarity), is ${decimal(value)}${interval(low, high)}.`,
  'agreement/left-out': ({ units: count }) =>
    `${sentence(many(count, 'unit'))} that one coder alone judged ${verb(count, 'is', 'are')} not compared.`,
  'agreement/suggestions': ({ units: count }) =>
    `${sentence(many(count, 'unit'))} of those compared ${verb(count, 'has', 'have')} a judgement that was made after the program had shown a suggestion, and ${verb(count, 'is', 'are')} not blind.`,
  'retest/none': () =>
    'The project has no second coding by the same coder after some time, so there is no intracoder reliability.',
  'retest/done': ({ name, cases, units: count, measure, value }) =>
    `After some time ${name} coded ${many(cases, 'case')} (${many(count, 'unit')}) again; ${names[measure] ?? measure} with their own first coding is ${orUndefined(value)}.`,
  'adjudication/done': ({ words, sentences, grounds, attendees }) =>
    `Differences were adjudicated: ${[
      ...(words > 0 ? [`${many(words, 'verdict')} on keywords`] : []),
      ...(sentences > 0 ? [`${many(sentences, 'verdict')} on codes of sentences`] : []),
    ].join(
      ' and ',
    )}${grounds.length > 0 ? `; reasons on record: ${listCounted(grounds, (name, count) => `${adjudicationWord(name as AdjudicationReason, 'en')} (${count})`, ', ')}` : ''}${attendees.length > 0 ? `; took part: ${attendees.join(', ')}` : ''}. The values above are those before adjudication.`,
  'adjudication/none': () => 'No adjudication of differences between coders is on record.',
  'saturation/none': () => 'Saturation was not tested (nothing is coded, or there are too few cases).',
  'saturation/coverage': ({ codes, confirmed, percent, level }) =>
    `The codebook was given; of its ${many(codes, 'code')}${level ? ` at the level ${level.en}` : ''}, ${whole(confirmed)} (${percent}%) ${verb(confirmed, 'has', 'have')} an instance that a person confirmed.`,
  'saturation/curve': ({ form, counted, cases, order, base, baseItems, run, runs, seed }) =>
    `The form tested is ${forms[form]}: ${counted === 'codes' ? 'codes' : 'raw keywords'} of ${many(cases, 'case')} were accumulated in the order of ${order === 'import' ? 'import' : `“${order}”`}. The base is ${whole(baseItems)} in the first ${many(base, 'case')}; what is new in each run of ${many(run, 'case')} was divided by it and compared with ${many(runs, 'random order')} (seed ${seed}).`,
  'saturation/reached': ({ percent, at, after, reachedIn, runs }) =>
    `The ratio of new information first falls to ${percent === 0 ? '0%' : `${percent}% or less`} at case ${whole(at)}; ${many(after, 'new item')} still appeared after it. ${sentence(whole(reachedIn))} of ${many(runs, 'random order')} reached it.`,
  'saturation/missed': ({ percent, reachedIn, runs }) =>
    `The ratio of new information does not fall to ${percent}%; ${whole(reachedIn)} of ${many(runs, 'random order')} reached it.`,
  'reserve/none': () => 'No cases or statements were held out to test theoretical saturation.',
  'reserve/sealed': ({ cases }) =>
    `${sentence(many(cases, 'case'))} ${verb(cases, 'is', 'are')} held out and still sealed: nothing was mined, coded or counted there.`,
  'reserve/tested': ({ reserved, others, concepts, categories, relations }) =>
    `Theoretical saturation was tested with cases that were held out: ${many(reserved, 'case')} ${verb(reserved, 'was', 'were')} unsealed after the analysis of ${many(others, 'other')} and brought ${many(concepts, 'new concept')}, ${many(categories, 'new category', 'new categories')} and ${many(relations, 'new relation')}.`,
  'reserve/sealed-statements': ({ statements, cases }) =>
    `${sentence(many(statements, 'statement'))} of ${many(cases, 'case')} ${verb(statements, 'is', 'are')} held out and still sealed: nothing was mined, coded or counted there.`,
  'reserve/tested-statements': ({ statements, reserved, concepts, categories, relations }) =>
    `Theoretical saturation was tested with statements that were held out: ${many(statements, 'statement')} of ${many(reserved, 'case')} ${verb(statements, 'was', 'were')} unsealed after the analysis of the rest and brought ${many(concepts, 'new concept')}, ${many(categories, 'new category', 'new categories')} and ${many(relations, 'new relation')}.`,
  'reserve/uncoded': ({ cases }) =>
    `What was held out of ${many(cases, 'case')} has no coding by a person yet; the result shows what the program proposes and is no finding.`,
  'theory/memos': ({ memos }) =>
    `${sentence(many(memos, 'memo'))} ${verb(memos, 'was', 'were')} written in the course of the study.`,
  'theory/relations': ({ relations }) =>
    `${sentence(many(relations, 'relation'))} between codes ${verb(relations, 'is', 'are')} on record.`,
  'theory/core': ({ code }) => `The core category is “${code}”.`,
  'program/version': ({ version, versions, runs }) =>
    `The analysis was made with zhagen ${version}${versions.some((one) => one !== version) ? ` (versions of the runs: ${versions.join(', ')})` : ''} in ${many(runs, 'run')}, each with its options, inputs and version on record.`,
  'program/log': ({ decisions, statements }) =>
    decisions === 0
      ? 'The log of decisions is empty: nobody has made any.'
      : `Every decision of a person is in a log that only grows, with its coder, time and reason: ${many(decisions, 'decision')} in ${many(statements, 'statement')}.`,
  'program/intact': ({ texts, decisions, seals, runs, repeated }) =>
    `The program verified the project and found it intact: the hashes of ${many(texts, 'text')}, ${many(decisions, 'decision')} and ${many(seals, 'group')} of rows match; of ${many(runs, 'run')}, ${whole(repeated)} ${verb(repeated, 'was', 'were')} made again with the same result.`,
  'program/faults': ({ faults }) =>
    `Verification found ${many(faults, 'place')} that ${verb(faults, 'does', 'do')} not match; ${verb(faults, 'it has', 'they have')} to be explained before submission.`,
  'program/state-hash': ({ hash }) => `The hash of the project (SHA-256) is ${hash}.`,
  'program/log-hash': ({ hash }) => `The hash of the log of decisions (SHA-256) is ${hash}.`,
  'program/no-generative': () =>
    'This program has no generative model: segmentation, statistics, ranking and rules are deterministic, and the same input gives the same result.',
};
