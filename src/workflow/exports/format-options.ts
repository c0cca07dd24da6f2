import { UserError } from '../../errors.js';
import type { ExportFormatName } from '../../model/export-format-name.js';

/** The formats that an option means something for; an option that is not here goes with all. */
const FORMATS_OF = {
  tables: ['xlsx', 'csv', 'docx', 'html', 'md'],
  quotes: ['docx', 'html', 'md'],
  unit: ['cooccurrence', 'gexf'],
  level: ['cooccurrence', 'gexf'],
  minDf: ['dtm'],
  withoutProposals: ['qdpx'],
} as const satisfies Readonly<Record<string, readonly ExportFormatName[]>>;

type FormatOption = keyof typeof FORMATS_OF;

/** Whether a format takes an option. */
export function takesOption(format: ExportFormatName, option: FormatOption): boolean {
  const formats: readonly ExportFormatName[] = FORMATS_OF[option];
  return formats.includes(format);
}

/**
 * Refuses options that mean nothing for a format.
 * @throws UserError export/option-elsewhere
 */
export function requireOptions(
  format: ExportFormatName,
  request: Readonly<Partial<Record<FormatOption, unknown>>>,
): void {
  for (const option of Object.keys(FORMATS_OF) as FormatOption[]) {
    if (request[option] === undefined || takesOption(format, option)) continue;
    throw new UserError('export/option-elsewhere', {
      option: option.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      format,
      formats: FORMATS_OF[option].join(', '),
    });
  }
}
