import { basename } from 'node:path';
import { UserError } from '../errors.js';
import { DEFAULT_HEADLINE } from '../model/agreement-measure.js';
import type { AttributeTable } from '../model/case-record.js';
import type { AgreementReport, AgreeRequest } from '../project/agreement-report.js';
import { assembleAgreement } from '../project/assemble-agreement.js';
import { openCaseReader } from '../sources/read-case-file.js';
import { isSingleCoded } from '../stages/assess/agreement/judged-unit.js';
import { countCoders, MOST_CODERS } from '../stages/assess/agreement/ratings.js';
import { DEFAULT_RESAMPLING } from '../stages/assess/agreement/resample.js';
import { type SheetFault, unitsOfSheet } from '../stages/assess/agreement/units-of-sheet.js';

/**
 * Measures how coders agree by a sheet (.xlsx, .csv, .tsv) with a row a unit and a column a coder, or a row a unit, coder and
 * code; without a project.
 * @throws UserError agree/sheet-cells, agree/sheet-coders, agree/sheet-column, agree/sheet-coder, agree/nothing-in-common, agree/too-many-coders, and those of reading the file
 */
export async function agreeInSheet(
  path: string,
  request: Pick<AgreeRequest, 'coders' | 'all' | 'resamples' | 'seed'> = {},
): Promise<AgreementReport> {
  const reader = openCaseReader({});
  const table = await reader.readTable({ path, source: path }).finally(reader.close);
  const asked = request.coders?.map((name) => name.normalize('NFC').trim());
  const read = unitsOfSheet(table, asked);
  if ('kind' in read) throw errorOf(path, read);
  const { coders, shape, columns } = read;
  requireClearCells(path, table, [...Object.values(columns), ...(shape === 'wide' ? coders : [])]);
  if (coders.length > MOST_CODERS) throw new UserError('agree/too-many-coders', { most: MOST_CODERS });
  const units = read.units.filter(({ full }) => countCoders(full) > 1);
  if (units.length === 0) {
    throw new UserError('agree/nothing-in-common', { coders: coders.join(', '), unit: 'row' });
  }
  const measured = assembleAgreement({
    coders,
    collected: {
      questions: [{ question: 'coding', level: null, units, isSingle: isSingleCoded(units) }],
      describe: (places) =>
        places.flatMap((at) => {
          const unit = units[at];
          return unit ? [{ caseId: unit.cluster, place: unit.name, quote: unit.quote }] : [];
        }),
    },
    headline: DEFAULT_HEADLINE,
    all: request.all ?? false,
    resampling: {
      resamples: request.resamples ?? DEFAULT_RESAMPLING.resamples,
      seed: request.seed ?? DEFAULT_RESAMPLING.seed,
    },
    codebookChanges: [],
  });
  return {
    unit: 'row',
    codebook: null,
    sheet: { path: basename(path), shape, columns },
    ...measured,
    segmentation: null,
    leftOut: {
      excludedCases: 0,
      sealedCases: 0,
      hiddenCases: 0,
      sealedStatements: 0,
      unitsOfOne: read.units.filter(({ full }) => countCoders(full) === 1).length,
      verdicts: 0,
    },
    unitsAfterSuggestion: 0,
  };
}

/** Asks that the cells of columns hold what people wrote into them. */
function requireClearCells(path: string, { rows }: AttributeTable, columns: readonly string[]): void {
  const problems = rows.flatMap(({ line, doubts = {} }) => {
    const cells = columns.flatMap((column) => {
      const doubt = doubts[column];
      return doubt ? [new UserError('sheet/doubtful-cell', { column, ...doubt })] : [];
    });
    return cells.length > 0 ? [new UserError('sheet/row', { line, problems: cells })] : [];
  });
  if (problems.length > 0) throw new UserError('agree/sheet-cells', { path, problems });
}

function errorOf(path: string, fault: SheetFault): UserError {
  if (fault.kind === 'columns') return new UserError('agree/sheet-column', { path, column: fault.missing });
  const found = fault.found.join(', ');
  if (fault.kind === 'coders') return new UserError('agree/sheet-coders', { path, found });
  return new UserError('agree/sheet-coder', { path, coder: fault.coder, found });
}
