import type { Gap } from '../../../model/provenance/methods.js';
import type { GapName } from '../../../model/provenance/sections.js';
import type { Statement, StatementCode, StatementParams } from '../../../model/provenance/statement.js';

/** A statement with its values and the commands that show them. */
export function say<C extends StatementCode>(
  code: C,
  params: StatementParams[C],
  ...shownBy: readonly string[]
): Statement {
  return { kind: 'statement', code, params, shownBy } as unknown as Statement;
}

/** A place for the authors to write. */
export const gap = (name: GapName): Gap => ({ kind: 'gap', gap: name });

/** The parts for which a condition is met. */
export const when = <T>(isMet: boolean, ...parts: readonly T[]): readonly T[] => (isMet ? parts : []);

/** A share in percent, with one decimal. */
export const percentOf = (count: number, of: number): number =>
  of === 0 ? 0 : Math.round((1000 * count) / of) / 10;

/** A part of a section. */
export type Part = Statement | Gap;
