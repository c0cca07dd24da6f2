import { nameKinds } from '../../model/counted-regions.js';
import { describeAttribute } from '../../model/derived-attribute.js';
import { listCounted, type Sentences, whole } from './words.js';

const steps = {
  imported: 'imported',
  excluded: 'excluded by decision',
  sealed: 'held out, still sealed',
  counted: 'included in the analysis',
  unsealed: 'of these held out at first and unsealed since',
  coded: 'with any coding (proposals of the program included)',
  'coded-by-people': 'with a coding made or confirmed by a person',
  done: 'finished by a coder',
} as const;

const ruleReasons: Readonly<Record<string, string>> = {
  'rule-drop': 'dropped by a rule',
  'rule-fold': 'folded into a near-synonym by a rule',
  'too-rare': 'too rare',
  'not-new': 'not new',
  'beyond-top': 'ranked below the number that is taken',
};

const profiles: Readonly<Record<string, string>> = {
  words: 'New words',
  phrases: 'New phrases',
  both: 'New words and phrases',
};

const traditions: Readonly<Record<string, string>> = {
  classic: 'classic grounded theory',
  procedural: 'procedural grounded theory',
  constructivist: 'constructivist grounded theory',
  thematic: 'thematic analysis',
  framework: 'framework analysis',
  content: 'content analysis',
};

/** A count with its noun in the right number. */
export const many = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count === 0 ? 'no' : whole(count)} ${count === 1 ? noun : plural}`;

/** The form of a verb for a count. */
export const verb = (count: number, one: string, more: string): string => (count === 1 ? one : more);

/** A sentence that may begin with a count. */
export const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const reasoned = (name: string, count: string) => `${name === '' ? 'no reason given' : name} (${count})`;

/** What a methods text says of cases, texts and words, in English. */
export const englishSentences: Sentences<'approach' | 'cases' | 'texts' | 'mining' | 'screening'> = {
  'approach/tradition': ({ tradition }) => `The study follows ${traditions[tradition] ?? tradition}.`,
  'approach/deductive': ({ title, version }) =>
    `Coding was deductive: a given codebook, “${title.en}” (version ${version}), was applied to the cases.`,
  'approach/inductive': () =>
    'Coding was inductive: there was no codebook beforehand; the researchers grouped keywords and passages of the data into codes and these into categories, and the codebook is the result.',
  'approach/uncoded': () => 'The material has not been coded yet.',
  'approach/versions': ({ versions }) =>
    `In the course of the study ${many(versions.length, 'version')} of the codebook were used: ${versions.join(', ')}.`,
  'approach/changed': ({ decisions }) =>
    `While coding, the researchers made ${many(decisions, 'decision')} about the codes of the codebook (new, renamed, merged, moved or defined codes), each of which is on record.`,
  'cases/imported': ({ cases, batches }) =>
    `${sentence(many(cases, 'case'))} ${verb(cases, 'was', 'were')} imported, in ${many(batches, 'batch', 'batches')}.`,
  'cases/excluded': ({ cases, reasons }) =>
    `${sentence(many(cases, 'case'))} ${verb(cases, 'was', 'were')} excluded by decision: ${listCounted(reasons, reasoned, '; ')}.`,
  'cases/none-excluded': () => 'No case was excluded after import.',
  'cases/chosen': ({ cases }) =>
    `${sentence(many(cases, 'case'))} ${verb(cases, 'was', 'were')} chosen one by one in the course of the analysis, with the reason on record.`,
  'cases/without-text': ({ cases }) =>
    `${sentence(many(cases, 'case'))} of these ${verb(cases, 'has', 'have')} no text: people may code ${verb(cases, 'it', 'them')}, but no words are mined or found there.`,
  'cases/counted': ({ cases }) =>
    `${sentence(many(cases, 'case'))} ${verb(cases, 'is', 'are')} included in the analysis.`,
  'cases/untouched': ({ cases }) =>
    `In ${whole(cases)} of the cases analysed nobody has made or confirmed a coding, and no coder has finished ${verb(cases, 'it', 'them')}.`,
  'cases/flow': ({ steps: rows }) => ({
    title: 'From import to coding',
    heads: ['step', 'cases', 'reasons'],
    rows: rows.map(({ step, cases, reasons }) => [
      steps[step],
      whole(cases),
      listCounted(reasons, reasoned, '; '),
    ]),
  }),
  'texts/cleaned': ({ steps: count, changes }) =>
    `The texts were cleaned automatically before the analysis (${many(count, 'step')}, ${many(changes, 'change')}): line breaks of the layout, running heads, page numbers and variants of characters were removed. Every change can be traced to the original text.`,
  'texts/counted': ({ characters, counted, percent, kinds }) =>
    `The clean texts have ${many(characters, 'character')}, of which ${whole(counted)} (${percent}%) are analysed; these are the following parts of the texts: ${nameKinds(kinds, 'en')}.`,
  'texts/otherwise': ({ cases }) =>
    `For ${many(cases, 'case')} the parts that are analysed were set separately.`,
  'texts/sentences': ({ sentences, cases }) =>
    `The smallest unit of coding is the sentence; the ${many(cases, 'case')} with a text ${verb(cases, 'has', 'have')} ${many(sentences, 'sentence')}.`,
  'mining/none': () => 'No keywords were mined.',
  'mining/segmented': ({ segmenter }) =>
    `The Chinese texts were segmented with jieba (${segmenter}, its own dictionary, unknown words by a hidden Markov model).`,
  'mining/discovered': ({ profile, minFrequency, maxLength, newWords, cases }) =>
    `${profiles[profile] ?? profile} were looked for in the texts of ${many(cases, 'case')}: strings that occur ${many(minFrequency, 'time')} or more and have ${many(maxLength, 'character')} at most, scored by inner cohesion, entropy of their left and right neighbours, and how often they begin and end where the segmenter cuts. ${sentence(many(newWords, 'string'))} ${verb(newWords, 'was', 'were')} found.`,
  'mining/taken': ({ file, newWords, cases }) =>
    `New words (${whole(newWords)}) and the number of cases in which each word stands were taken from a corpus of ${many(cases, 'case')} elsewhere (file ${file}), not from the cases analysed: describe that corpus here.`,
  'mining/ranked': ({ by, top }) =>
    `Candidate words were weighted and ranked ${groupedBy(by)}; the first ${whole(top)}${by === null ? '' : ' of each group'} were screened.`,
  'mining/waiting': ({ cases }) =>
    `${sentence(many(cases, 'case'))} ${verb(cases, 'was', 'were')} not mined yet, or not as ${verb(cases, 'it reads', 'they read')} now: the keywords of ${verb(cases, 'it', 'them')} are in none of the following counts (run zhagen mine, then write this text again).`,
  'mining/generations': ({ generations }) =>
    `Cases came in batches, so groups are ranked with ${many(generations, 'generation')} of statistics; weights of different generations are not compared.`,
  'screening/considered': ({ considered, groups }) =>
    `${sentence(many(considered, 'candidate'))} ${verb(considered, 'was', 'were')} screened, counted in each of ${many(groups, 'group')}.`,
  'screening/rules': ({ leftOut, reasons, kept }) =>
    `Rules kept ${whole(kept)} of them and left out ${whole(leftOut)}${reasons.length > 0 ? ` (${listCounted(reasons, (name, count) => `${ruleReasons[name] ?? name}: ${count}`, '; ')})` : ''}.`,
  'screening/people': ({ kept, dropped, folded, added }) =>
    `By decision of people, with coder and reason on record: ${listCounted(
      [
        { name: 'kept', count: kept },
        { name: 'dropped', count: dropped },
        { name: 'folded into a near-synonym', count: folded },
        { name: 'added from reading', count: added },
      ].filter(({ count }) => count > 0),
      (name, count) => `${count} ${name}`,
      ', ',
    )}.`,
  'screening/no-people': () => 'Keywords were screened by rules alone: nobody kept, dropped or added any.',
  'screening/kept': ({ kept }) => `${sentence(many(kept, 'keyword'))} remained after screening.`,
};

function groupedBy(by: string | null): string {
  if (by === null) return 'over all cases together';
  return by === 'case' ? 'case by case' : `by ${describeAttribute(by, 'en')}`;
}
