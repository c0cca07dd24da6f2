import type { ProvenanceFacts, ReserveFacts, SaturationFacts } from '../../../model/provenance/facts.js';
import { gap, type Part, percentOf, say, when } from './say.js';

/** In which form saturation was tested, and what reserved cases and statements brought. */
export function writeSaturation(facts: ProvenanceFacts): readonly Part[] {
  const { saturation, reserve, statements, cases } = facts;
  const { sealed, tested, cases: ofCases } = statements;
  const isHeldOut = cases.sealed > 0 || sealed > 0 || reserve !== null || tested !== null;
  return [
    ...(saturation
      ? ofCurve(saturation)
      : [say('saturation/none', {}, 'zhagen saturation'), gap('saturation')]),
    ...when(cases.sealed > 0, say('reserve/sealed', { cases: cases.sealed }, 'zhagen cases')),
    ...when(
      sealed > 0,
      say('reserve/sealed-statements', { statements: sealed, cases: ofCases }, 'zhagen history'),
    ),
    ...(reserve ? ofReserve(reserve) : []),
    ...(tested ? ofStatements(tested) : []),
    ...when(!isHeldOut, say('reserve/none', {}, 'zhagen history')),
  ];
}

function ofReserve({ uncoded, statements: _, ...brought }: ReserveFacts): readonly Part[] {
  return [
    say('reserve/tested', brought, 'zhagen unseal'),
    ...when(uncoded > 0, say('reserve/uncoded', { cases: uncoded }, 'zhagen unseal')),
  ];
}

function ofStatements({ uncoded, others: _, ...brought }: ReserveFacts): readonly Part[] {
  const command = 'zhagen unseal --unit statement';
  return [
    say('reserve/tested-statements', brought, command),
    ...when(uncoded > 0, say('reserve/uncoded', { cases: uncoded }, command)),
  ];
}

function ofCurve({ coverage, points, level, ...facts }: SaturationFacts): readonly Part[] {
  const { form, counted, cases, order, base, baseItems, run, runs, seed } = facts;
  const command = 'zhagen saturation';
  return [
    say('saturation/curve', { form, counted, cases, order, base, baseItems, run, runs, seed }, command),
    ...(coverage
      ? [
          say(
            'saturation/coverage',
            { ...coverage, percent: percentOf(coverage.confirmed, coverage.codes), level },
            command,
          ),
        ]
      : []),
    ...points.map(({ threshold, at, after, reachedIn }) => {
      const percent = percentOf(threshold, 1);
      return at === null
        ? say('saturation/missed', { percent, reachedIn, runs }, command)
        : say('saturation/reached', { percent, at, after, reachedIn, runs }, command);
    }),
  ];
}

/** Memos and relations, and where evidence against the findings is to be told. */
export function writeTheory({ theory }: ProvenanceFacts): readonly Part[] {
  const { memos, relations, core } = theory;
  return [
    ...(memos > 0 ? [say('theory/memos', { memos }, 'zhagen tables memos')] : [gap('memos')]),
    ...when(relations > 0, say('theory/relations', { relations }, 'zhagen tables relations')),
    ...(core === null ? [] : [say('theory/core', { code: core }, 'zhagen relate --list')]),
    gap('counter-cases'),
  ];
}

/** What only the authors can say of themselves and of people they studied. */
export const writeEthics = (): readonly Part[] =>
  (['ethics', 'consent', 'reflexivity', 'funding'] as const).map(gap);

/** Versions, log and hashes, what verify found, and the statement on generative models. */
export function writeProgram({ program }: ProvenanceFacts): readonly Part[] {
  const { version, versions, runs, decisions, statements, logHash, verification } = program;
  return [
    say('program/version', { version, versions, runs }, 'zhagen --version', 'zhagen runs'),
    say('program/log', { decisions, statements }, 'zhagen history'),
    ...(verification === null
      ? [say('program/log-hash', { hash: logHash }, 'zhagen verify'), gap('verification')]
      : ofVerification(verification, program)),
    gap('availability'),
    say('program/no-generative', {}),
    gap('generative-models'),
  ];
}

type Program = ProvenanceFacts['program'];

function ofVerification(
  { isIntact, texts, seals, faults, runs, repeated, stateHash }: NonNullable<Program['verification']>,
  { decisions, logHash }: Program,
): readonly Part[] {
  const command = 'zhagen verify';
  return [
    isIntact
      ? say('program/intact', { texts, decisions, seals, runs, repeated }, command)
      : say('program/faults', { faults }, command),
    ...(stateHash === null ? [] : [say('program/state-hash', { hash: stateHash }, command)]),
    say('program/log-hash', { hash: logHash }, command),
  ];
}
