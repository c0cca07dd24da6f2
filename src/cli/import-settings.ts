import { UserError } from '../errors.js';
import { type AttributeType, attributeTypeSchema } from '../model/attribute-type.js';
import { cleaningSteps, defaultSteps, type StepName, stepNameSchema } from '../model/cleaning-step.js';
import { DEFAULT_LIMITS, type Limits } from '../sources/read-case-file.js';
import type { CaseColumns, ImportOptions } from '../workflow/import-cases.js';
import { readSplitBy } from '../workflow/read-split-by.js';
import type { importOptions } from './options.js';
import { parseRegionChange } from './region-kinds.js';

/** The arguments of `import` as yargs reads them. */
type ImportArguments = Awaited<ReturnType<typeof importOptions>['argv']>;

/** What importing is told by its arguments. */
export function importSettings(
  argv: ImportArguments,
): ImportOptions & Required<Pick<ImportOptions, 'splitBy'>> {
  const without = stepList('without-steps', argv.withoutSteps) ?? [];
  const chosen = stepList('clean-steps', argv.cleanSteps) ?? defaultSteps;
  const steps = cleaningSteps.filter(
    (step) => (chosen.includes(step) && !without.includes(step)) || (step === 'simplify' && argv.simplify),
  );
  const { paths, attributes, batch, skipBad, encoding } = argv;
  const columns = given({
    text: argv.textColumn,
    title: argv.titleColumn,
    id: argv.idColumn,
    withoutText: argv.withoutText || undefined,
    segmented: argv.segmented || undefined,
  });
  return {
    paths,
    attributes,
    attributeTypes: typesByName(argv.attributeType),
    batch,
    regions: parseRegionChange(argv),
    skipBad,
    steps,
    encoding,
    columns,
    limits: limitsByName(argv.limit),
    splitBy: readSplitBy(argv.splitBy),
  };
}

function given(columns: CaseColumns): CaseColumns | undefined {
  const named = Object.entries(columns).filter(([, column]) => column !== undefined);
  return named.length === 0 ? undefined : Object.fromEntries(named);
}

function stepList(option: string, value: string | undefined): StepName[] | undefined {
  return value?.split(/[,，\s]+/).flatMap((name) => {
    if (name === '') return [];
    const step = stepNameSchema.safeParse(name);
    if (step.success) return [step.data];
    throw new UserError('cli/bad-value', { option, value: name, known: cleaningSteps.join(', ') });
  });
}

function typesByName(values: readonly string[] | undefined): Record<string, AttributeType> | undefined {
  if (values === undefined) return undefined;
  const types = values.map((value) => {
    const at = value.lastIndexOf('=');
    const type = attributeTypeSchema.safeParse(value.slice(at + 1));
    if (at > 0 && type.success) return [value.slice(0, at), type.data] as const;
    const known = attributeTypeSchema.options.map((option) => `NAME=${option}`).join(', ');
    throw new UserError('cli/bad-value', { option: 'attribute-type', value, known });
  });
  return Object.fromEntries(types);
}

/** The limits of the readers with those that the user changed. */
function limitsByName(values: readonly string[] | undefined): Limits | undefined {
  if (values === undefined) return undefined;
  const changed = values.map((value) => {
    const [name = '', number = ''] = value.split('=');
    if (Object.hasOwn(DEFAULT_LIMITS, name) && /^[1-9]\d*$/.test(number))
      return [name, Number(number)] as const;
    const known = Object.entries(DEFAULT_LIMITS).map((limit) => limit.join('='));
    throw new UserError('cli/bad-value', { option: 'limit', value, known: known.join(', ') });
  });
  return { ...DEFAULT_LIMITS, ...Object.fromEntries(changed) };
}
