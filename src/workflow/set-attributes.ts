import { UserError } from '../errors.js';
import type { Context } from '../project/context.js';
import { findCase } from '../project/find-case.js';
import { type PlannedState, recordPlanned } from '../project/record-planned.js';
import { requireCoder } from '../project/require-coder.js';
import { countMisfits } from '../stages/import/attribute-types.js';
import { readAttributeTypes } from '../store/attribute-type-table.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';

/** What attributes of a case are set to, by whom and why; an empty value takes the attribute away. */
export interface AttributeChange {
  readonly caseId: string;
  readonly values: Readonly<Record<string, string>>;
  readonly coder: string;
  readonly reason: string;
}

/**
 * Sets attributes of a case. Groups formed by one of them follow.
 * @throws UserError cases/unknown-case, cases/unknown-attribute, cases/attribute-type, cases/no-attribute
 */
export async function setAttributes(context: Context, change: AttributeChange): Promise<DecideReport> {
  const coder = requireCoder(change.coder);
  const { caseId, reason } = change;
  const values = Object.entries(change.values).map(
    ([name, value]) => [name, value.normalize('NFC').trim()] as const,
  );
  if (values.length === 0) throw new UserError('cases/no-attribute', { caseId });
  return followDecisions(context, (again) => {
    const { id } = findCase(again.store, caseId);
    const types = new Map(readAttributeTypes(again.store).map(({ name, type }) => [name, type]));
    const planned = values.map(([name, value]): PlannedState => {
      const type = types.get(name);
      if (type === undefined) {
        throw new UserError('cases/unknown-attribute', { name, known: [...types.keys()].join(', ') });
      }
      if (countMisfits([value], type) > 0) throw new UserError('cases/attribute-type', { name, value, type });
      return {
        kind: 'set',
        target: { type: 'attribute', caseId: id, name },
        after: value === '' ? null : { value },
      };
    });
    return recordPlanned(again, { coder, reason }, planned);
  });
}
