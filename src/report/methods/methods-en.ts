import { english } from '../../text/english.js';
import { englishSentences } from './sentences-en.js';
import { englishSentencesOfCoding } from './sentences-of-coding-en.js';
import type { MethodsWords } from './words.js';

/** The words of a methods text in English. */
export const englishMethods: MethodsWords = {
  title: 'Methods',
  preface: (gaps) =>
    `> zhagen wrote this text from the database of the project. Footnotes name the commands that show the numbers. What the database does not know is marked “to be written” (${gaps === 1 ? '1 place' : english`${gaps} places`}); please fill it in, and then remove this paragraph.`,
  sections: {
    approach: 'Approach',
    cases: 'Cases and their selection',
    texts: 'Preparation of the texts',
    mining: 'Mining and screening of keywords',
    coding: 'Coding',
    coders: 'Coders and reliability',
    saturation: 'Saturation',
    theory: 'Memos, relations and negative cases',
    ethics: 'Ethics and reflexivity',
    program: 'Reproducibility and generative models',
  },
  sentences: { ...englishSentences, ...englishSentencesOfCoding },
  gap: (text) => `[to be written: ${text}]`,
  gaps: {
    question: 'research question and purpose',
    tradition:
      'the tradition that the study follows, such as procedural grounded theory, thematic analysis or content analysis; or set it with zhagen settings tradition and write the text again',
    'why-approach': 'why this approach was taken, and how it fits the question',
    solicitation:
      'how cases were solicited: from where, when and with which request; how many were asked for and received, how many did not answer',
    criteria: 'criteria of selection; make-up of the cases by region, type, time',
    interviews:
      'how interviews were held: interviewers and their relationship to participants, place and who was present, guide, number and length, recording and transcription, field notes, whether participants checked transcripts',
    'exclusion-reasons': 'why those cases were excluded for which no reason is on record',
    overlap:
      'how the cases coded by two were drawn (by lot, in strata, or all); cases found by search must not be among them',
    training: 'background and training of the coders, and whether they knew the hypotheses',
    'second-coder': 'why there is no intercoder reliability, and how coding was safeguarded instead',
    pilot: 'whether there was a training round elsewhere, its size, threshold and result; if not, why',
    'codebook-changes': 'important changes of the codebook, and what was coded again after them',
    saturation: 'how saturation was judged, or why it is no criterion here',
    'counter-cases':
      'cases that contradict the findings, or a contrasting group, and how they were dealt with',
    memos: 'how the analysis was documented, for example in memos or minutes',
    ethics: 'ethics committee, number and date of approval; if none was needed, on what grounds',
    consent: 'informed consent, confidentiality and anonymisation, storage of the data',
    reflexivity:
      'disciplines and positions of the researchers, their relationship to those studied, and how these may have shaped the analysis',
    funding: 'funding and conflicts of interest',
    verification:
      'result of the check of the data by zhagen verify; zhagen provenance --verify writes it here',
    availability: 'whether and where data, codebook and project file can be obtained; if they cannot, why',
    'generative-models':
      'whether generative models were used besides this program: tool and version, steps, extent, checked by whom; if none was used, say so',
  },
  shownBy: (commands) => `Shown by ${commands.map((command) => `\`${command}\``).join(' and ')}.`,
  checklist: {
    title: (name) => `Appendix: ${LISTS[name]}`,
    heads: ['item', 'topic', 'section', 'answered by'],
    by: {
      database: 'database',
      both: 'database, with more to be written',
      gap: 'to be written',
      elsewhere: 'elsewhere in the paper [to be written: page]',
    },
    source: {
      coreq:
        'Items and numbers after Tong, Sainsbury and Craig (2007), 32 items, for interviews and focus groups; topics in our own words. Submit the original list.',
      srqr: 'Items and numbers after O’Brien et al. (2014), 21 items; topics in our own words. Submit the original list.',
      'jars-qual':
        'Items after table 1 of Levitt et al. (2018), which has no numbers; topics in our own words. Submit the original list.',
      'guide-llm':
        'Items and numbers after the 14 core items at www.llm-checklist.com; the 8 optional items are left out; topics in our own words. Submit the original list. A study without a large language model only has to say that it does not apply.',
    },
  },
};

const LISTS = { coreq: 'COREQ', srqr: 'SRQR', 'jars-qual': 'JARS-Qual', 'guide-llm': 'GUIDE-LLM' } as const;
