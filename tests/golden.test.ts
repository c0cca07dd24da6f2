import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readCsv } from '../src/formats/csv.js';
import type { Candidate } from '../src/model/candidate.js';
import type { DecidedWord } from '../src/model/decisions/verdict.js';
import { verdictSchema } from '../src/model/decisions/verdict.js';
import { screeningRulesSchema } from '../src/model/screening-rules.js';
import { screenKeywords } from '../src/stages/screen/screen-keywords.js';

const GOLDEN = join(import.meta.dirname, 'golden');

/** Published candidates of one group, and the screenings they go through. */
const optionsSchema = z.strictObject({
  group: z.string(),
  screenings: z.record(
    z.string(),
    z.strictObject({
      rules: screeningRulesSchema,
      decisions: z.array(
        z.strictObject({
          kind: verdictSchema.unwrap().shape.kind,
          word: z.string(),
          into: z.string().optional(),
        }),
      ),
    }),
  ),
});
type Screening = z.infer<typeof optionsSchema>['screenings'][string];

/** The keywords kept, in their order, and why each of the others was left. */
const expectedSchema = z.record(
  z.string(),
  z.strictObject({ kept: z.array(z.string()), left: z.record(z.string(), z.string()) }),
);

function readCandidates(folder: string, group: string): Candidate[] {
  const { rows } = readCsv(readFileSync(join(folder, 'candidates.csv'), 'utf8'), 'candidates.csv');
  return rows.map(({ values: { word = '', pos = '', weight, frequency } }, index) => ({
    group,
    rank: index + 1,
    word,
    pos,
    weight: Number(weight),
    frequency: Number(frequency),
    cases: 1,
    isNew: pos.endsWith('_new'),
  }));
}

function decidedWords({ decisions }: Screening, group: string): DecidedWord[] {
  return decisions.map(({ kind, word, into }, index) => ({
    group,
    word,
    aspect: 'screening',
    verdict: {
      kind,
      ...(into === undefined ? {} : { into }),
      decisionId: String(index).padStart(32, '0'),
      coder: '左',
      reason: '读过',
    },
  }));
}

describe.each(readdirSync(GOLDEN))('golden case %s', (name) => {
  const folder = join(GOLDEN, name);
  const readJson = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const { group, screenings } = optionsSchema.parse(readJson('options.json'));
  const expected = expectedSchema.parse(readJson('expected.json'));

  it('expects something of every screening', () => {
    expect(Object.keys(expected)).toEqual(Object.keys(screenings));
  });

  it.each(Object.entries(screenings))('%s', (title, screening) => {
    const candidates = new Map([[group, readCandidates(folder, group)]]);
    const decisions = decidedWords(screening, group);
    const keywords = screenKeywords(candidates, screening.rules, decisions, () => false);
    expect({
      kept: keywords.filter(({ kept }) => kept).map(({ word }) => word),
      left: Object.fromEntries(
        keywords.filter(({ kept }) => !kept).map(({ word, reason }) => [word, reason]),
      ),
    }).toEqual(expected[title]);
  });
});
