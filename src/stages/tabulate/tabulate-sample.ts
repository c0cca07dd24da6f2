import type { AttributeType } from '../../model/attribute-type.js';
import type { SampleRow } from '../../model/table-rows.js';
import { codePointLength, compareByCodePoint } from '../../text/code-points.js';
import { groupBy } from '../../text/group-by.js';
import { quantise } from '../../text/quantise.js';

/** A case that counts, and the code points of its counted text. */
export interface SampledCase {
  readonly caseId: string;
  readonly characters: number;
}

/** An attribute with its value in each case that has one. */
export interface SampledAttribute {
  readonly name: string;
  readonly type: AttributeType;
  readonly isDerived: boolean;
  readonly values: ReadonlyMap<string, string>;
  /** The values in an order of their own, where they have one. */
  readonly order?: readonly string[] | undefined;
}

/** Attributes with more values, or longer ones, divide no sample: they are names, numbers or remarks. */
const MOST_VALUES = 50;
const LONGEST_VALUE = 30;

/** Whether an attribute divides the sample: whether the values of the cases come again, and are few and short. */
export function dividesSample({ type, values }: SampledAttribute): boolean {
  const given = [...values.values()].map((value) => value.trim()).filter((value) => value !== '');
  const distinct = new Set(given);
  if (given.length === 0) return false;
  if (type === 'category') return true;
  const comesAgain = distinct.size < given.length && distinct.size <= MOST_VALUES;
  return comesAgain && [...distinct].every((value) => codePointLength(value) <= LONGEST_VALUE);
}

/** How the cases are spread over the values of each attribute: those without a value come last. */
export function tabulateSample(
  cases: readonly SampledCase[],
  attributes: readonly SampledAttribute[],
): SampleRow[] {
  return attributes.flatMap((attribute) => {
    const groups = groupBy(cases, ({ caseId }) => attribute.values.get(caseId)?.trim() || null);
    const rows = Array.from(groups, ([value, ofValue]) => ({
      attribute: attribute.name,
      value,
      cases: ofValue.length,
      share: quantise(ofValue.length / cases.length),
      characters: ofValue.reduce((sum, { characters }) => sum + characters, 0),
      isDerived: attribute.isDerived,
    }));
    return rows.sort(rowOrder(attribute));
  });
}

type RowOrder = (a: SampleRow, b: SampleRow) => number;

/** Numbers and dates rise; other values have an order of their own, or the most frequent comes first. */
function rowOrder({ type, order }: SampledAttribute): RowOrder {
  const isMissing = ({ value }: SampleRow) => Number(value === null);
  const byValue: RowOrder = (a, b) => compareByCodePoint(a.value ?? '', b.value ?? '');
  const rises: RowOrder = (a, b) => numberIn(a.value) - numberIn(b.value) || byValue(a, b);
  const byPlace: RowOrder = (a, b) => placeOf(a.value, order) - placeOf(b.value, order);
  const byCases: RowOrder = (a, b) => b.cases - a.cases || byValue(a, b);
  const isNumber = type === 'integer' || type === 'number';
  const inOrder = isNumber ? rises : type === 'date' ? byValue : order ? byPlace : byCases;
  return (a, b) => isMissing(a) - isMissing(b) || inOrder(a, b);
}

const numberIn = (value: string | null) => Number.parseFloat((value ?? '').replaceAll(',', ''));
const placeOf = (value: string | null, order: readonly string[] = []) => order.indexOf(value ?? '');
