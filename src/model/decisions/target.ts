import { z } from 'zod';
import { polaritySchema } from '../coded-passage.js';
import { caseQuestionSchema } from './case-standing.js';
import { codeKey, relationKey } from './code-key.js';
import { settingNameSchema } from './setting.js';

const text = z.string();

/** The targets that each coder judges for themself: what becomes of a keyword of a group, and where it goes. */
const judgedTargets = [
  z.object({ type: z.literal('keyword'), group: text, word: text }).readonly(),
  z.object({ type: z.literal('mapping'), group: text, word: text }).readonly(),
] as const;

/** A code and a passage of a case version, or the case as a whole (`isWholeCase`); `start` and `end` are code points of the raw text. */
const passageTargetSchema = z
  .object({
    type: z.literal('passage'),
    codebookId: text,
    codeId: text,
    polarity: polaritySchema,
    caseId: text,
    version: text,
    start: z.number().int().nonnegative(),
    end: z.number().int().nonnegative(),
  })
  .readonly();

/** Whether a coder's coding (`codingOf`) of a case version under a codebook is whole: they say so, or another who checked it. */
const doneTargetSchema = z
  .object({
    type: z.literal('done'),
    codebookId: text,
    caseId: text,
    version: text,
    codingOf: text,
  })
  .readonly();

/** The sentences of a case with a code that coders judged otherwise, named by the decisions whose verdicts are settled. */
const sentenceTargetSchema = z
  .object({
    type: z.literal('sentence'),
    codebookId: text,
    codeId: text,
    caseId: text,
    /** Ids of decisions in code point order. */
    settles: z.array(text).readonly(),
  })
  .readonly();

/** What a judgement is about. */
export const judgedTargetSchema = z.discriminatedUnion('type', judgedTargets);

/**
 * What a decision is about. `keyword`, `mapping` and `passage` are judged by each coder, who also say themselves when they are
 * `done` with a case; `code`, `level`, `relation` of codes and `theory` of a codebook (the codebook people grow has the empty id), a question about a `case`
 * and an `attribute` of one have one state for all; a `memo` is named by the decision that made it; an `adjudication` settles
 * what coders judged otherwise of a word, a `sentence` of one and a code; a `setting` is one of the project; a `tag` names a
 * state of it.
 */
export const targetSchema = z.discriminatedUnion('type', [
  ...judgedTargets,
  passageTargetSchema,
  z.object({ type: z.literal('code'), codebookId: text, codeId: text }).readonly(),
  z.object({ type: z.literal('level'), codebookId: text, levelId: text }).readonly(),
  z.object({ type: z.literal('relation'), codebookId: text, from: text, kind: text, to: text }).readonly(),
  z.object({ type: z.literal('theory'), codebookId: text, part: z.enum(['core', 'storyline']) }).readonly(),
  z.object({ type: z.literal('memo'), id: text }).readonly(),
  z.object({ type: z.literal('adjudication'), of: judgedTargetSchema }).readonly(),
  z.object({ type: z.literal('setting'), name: settingNameSchema }).readonly(),
  z.object({ type: z.literal('case'), caseId: text, question: caseQuestionSchema }).readonly(),
  z.object({ type: z.literal('attribute'), caseId: text, name: text }).readonly(),
  doneTargetSchema,
  sentenceTargetSchema,
  z.object({ type: z.literal('tag'), name: text }).readonly(),
]);

export type JudgedTarget = z.infer<typeof judgedTargetSchema>;
export type PassageTarget = z.infer<typeof passageTargetSchema>;
export type SentenceTarget = z.infer<typeof sentenceTargetSchema>;
export type DoneTarget = z.infer<typeof doneTargetSchema>;
export type Target = z.infer<typeof targetSchema>;

/** Returns whether a target has a state for each coder, not one for all. */
export function isPerCoder(target: Target): boolean {
  return isJudged(target) || target.type === 'passage' || target.type === 'done';
}

/** Returns whether a target is a question about a word, which every coder judges for themself. */
export function isJudged(target: Target): target is JudgedTarget {
  return target.type === 'keyword' || target.type === 'mapping';
}

/** Returns the one string that stands for a target: equal for equal targets. */
export function keyOf(target: Target): string {
  switch (target.type) {
    case 'keyword':
    case 'mapping':
      return JSON.stringify([target.type, target.group, target.word]);
    case 'passage': {
      const { codebookId, codeId, polarity, caseId, version, start, end } = target;
      return JSON.stringify([target.type, codebookId, codeId, polarity, caseId, version, start, end]);
    }
    case 'code':
      return JSON.stringify([target.type, codeKey(target.codebookId, target.codeId)]);
    case 'level':
      return JSON.stringify([target.type, target.codebookId, target.levelId]);
    case 'relation':
      return JSON.stringify([
        target.type,
        relationKey(target.codebookId, target.from, target.kind, target.to),
      ]);
    case 'theory':
      return JSON.stringify([target.type, target.codebookId, target.part]);
    case 'memo':
      return JSON.stringify([target.type, target.id]);
    case 'adjudication':
      return JSON.stringify([target.type, keyOf(target.of)]);
    case 'setting':
    case 'tag':
      return JSON.stringify([target.type, target.name]);
    case 'case':
      return JSON.stringify([target.type, target.question, target.caseId]);
    case 'attribute':
      return JSON.stringify([target.type, target.caseId, target.name]);
    case 'sentence':
      return JSON.stringify([
        target.type,
        target.codebookId,
        target.caseId,
        target.codeId,
        ...target.settles,
      ]);
    case 'done':
      return JSON.stringify([target.type, target.codebookId, target.caseId, target.version, target.codingOf]);
  }
}
