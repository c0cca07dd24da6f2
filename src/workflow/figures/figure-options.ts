import { UserError } from '../../errors.js';
import type { FigureName } from '../../model/figure-name.js';
import type { FigureRequest } from './figure-request.js';

const OF_CODES = ['bars', 'sankey', 'crosstab', 'crosswalk', 'network', 'dendrogram'] as const;

/** The figures that an option means something for; an option that is not here goes with all. */
const FIGURES_OF = {
  level: [...OF_CODES, 'saturation', 'agreement'],
  count: ['bars', 'framework', 'sankey'],
  by: ['crosstab', 'saturation'],
  group: ['crosstab'],
  codebooks: ['crosswalk'],
  unit: ['crosswalk', 'network', 'dendrogram', 'agreement'],
  coders: ['agreement'],
  edges: ['network'],
  rows: ['bars', 'crosstab', 'network', 'dendrogram', 'agreement'],
} as const satisfies Readonly<Partial<Record<keyof FigureRequest, readonly FigureName[]>>>;

/**
 * Refuses options that mean nothing for a figure.
 * @throws UserError figure/option-elsewhere
 */
export function requireFigureOptions(request: FigureRequest): void {
  const { name } = request;
  for (const option of Object.keys(FIGURES_OF) as (keyof typeof FIGURES_OF)[]) {
    const figures: readonly FigureName[] = FIGURES_OF[option];
    if (request[option] === undefined || figures.includes(name)) continue;
    throw new UserError('figure/option-elsewhere', { option, figure: name, figures: figures.join(', ') });
  }
}

/**
 * The unit that is asked for, one of those that the figure has.
 * @throws UserError figure/unit-elsewhere
 */
export function requireFigureUnit<Unit extends string>(
  { name, unit }: Pick<FigureRequest, 'name' | 'unit'>,
  units: readonly Unit[],
): Unit | undefined {
  if (unit === undefined) return undefined;
  const known = units.find((one) => one === unit);
  if (known === undefined) {
    throw new UserError('figure/unit-elsewhere', { unit, figure: name, units: units.join(', ') });
  }
  return known;
}
