import type { Keyword } from '../../model/keyword.js';
import type { MiningFacts, ScreeningFacts } from '../../model/provenance/facts.js';
import { casesToMine } from '../../project/cases-to-mine.js';
import type { Context } from '../../project/context.js';
import { BY_CASE } from '../../project/group-cases.js';
import { readSegmenterVersion } from '../../sources/tool-version.js';
import { generationHeads, readNewWords } from '../../store/generation-table.js';
import { readKeywords } from '../../store/keyword-table.js';
import { latestRun, readRun } from '../../store/run-table.js';
import { getSetting } from '../../store/setting-table.js';
import { minedGenerations } from '../keyword-tables.js';
import { countNames } from './gather-cases.js';

/** Reads the options of the latest mining and what it found; null before any. */
export function gatherMining({
  store,
  toolVersion,
}: Pick<Context, 'store' | 'toolVersion'>): MiningFacts | null {
  const newest = generationHeads(store).at(-1);
  const run = newest && (readRun(store, newest.runId) ?? latestRun(store, 'mine'));
  if (!run) return null;
  const { profile, minFrequency, maxLength } = run.options;
  return {
    // Another version of the program may have come with another segmenter.
    segmenter: run.toolVersion === toolVersion ? readSegmenterVersion() : 'nodejieba',
    profile: String(profile),
    minFrequency: Number(minFrequency),
    maxLength: Number(maxLength),
    top: Number(getSetting(store, 'top')),
    by: getSetting(store, 'by') ?? BY_CASE,
    newWords: readNewWords(store, newest.number).length,
    cases: newest.documents,
    file: newest.file,
    waiting: casesToMine(store).length,
    generations: minedGenerations(store, undefined).length,
  };
}

const BY_RULES: readonly Keyword['reason'][] = [
  'rule-drop',
  'rule-fold',
  'too-rare',
  'not-new',
  'beyond-top',
];

/** Counts the candidates of all groups by what became of them; null before any screening. */
export function gatherScreening({ store }: Pick<Context, 'store'>): ScreeningFacts | null {
  if (latestRun(store, 'screen') === undefined) return null;
  const keywords = readKeywords(store);
  const leftOut = keywords.filter(({ reason }) => BY_RULES.includes(reason));
  const count = (reason: Keyword['reason']) => keywords.filter((one) => one.reason === reason).length;
  return {
    groups: new Set(keywords.map(({ group }) => group)).size,
    considered: keywords.length,
    kept: keywords.filter(({ kept }) => kept).length,
    rules: countNames(leftOut.map(({ reason }) => reason)),
    leftOutByRules: leftOut.length,
    keptByRules: count('top'),
    people: {
      kept: count('decided-keep'),
      dropped: count('decided-drop'),
      folded: count('decided-fold'),
      added: count('reading'),
    },
  };
}
