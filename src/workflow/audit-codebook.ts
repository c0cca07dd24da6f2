import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.js';
import { readCsv, writeCsv } from '../formats/csv.js';
import { readYamlLines } from '../formats/yaml.js';
import type { Finding } from '../model/audit-finding.js';
import { type Codebook, NO_CODEBOOK } from '../model/codebook.js';
import type { Language } from '../model/language.js';
import { type PublishedStudy, publishedStudySchema } from '../model/published-study.js';
import { auditHeads, placesOf, sentenceOf } from '../report/audit-sentences.js';
import { auditStudy } from '../stages/assess/audit/audit-study.js';
import { type PublishedTable, tableOfFile, tableOfList } from '../stages/assess/audit/published-table.js';
import { wordsOf } from '../stages/assess/audit/words.js';
import { compareByCodePoint } from '../text/code-points.js';
import { openCodebook } from './open-codebook.js';
import { readTextFile } from './read-text-file.js';

const PUBLISHED = fileURLToPath(new URL('../../codebooks/published/', import.meta.url));
const CLAIMS = 'claims.yaml';

/** What an audit compared and what it found. */
export interface AuditReport {
  /** Null where the study was held against itself alone. */
  readonly codebookId: string | null;
  readonly study: string;
  /** The levels of the codebook by id. */
  readonly levels: Readonly<Record<string, Codebook['title']>>;
  readonly contradictions: number;
  readonly remarks: number;
  readonly findings: readonly Finding[];
}

/** The names of the studies whose published tables come with zhagen. */
export function publishedStudies(): string[] {
  return readdirSync(PUBLISHED).sort(compareByCodePoint);
}

/**
 * Holds a codebook (or none) against what a study published: a claims file, the folder of one, or the name of
 * a shipped study; by default the shipped one that is called as the codebook.
 * @throws UserError assess/no-claims, assess/bad-claims, code/unknown-codebook, import/bad-csv
 */
export async function auditCodebook(nameOrFile: string, against = nameOrFile): Promise<AuditReport> {
  const book = nameOrFile === NO_CODEBOOK ? null : await openCodebook(nameOrFile);
  const path = claimsFile(against);
  const name = basename(path);
  const { content: study, lineOf } = readYamlLines(
    readTextFile(path),
    name,
    publishedStudySchema,
    'assess/bad-claims',
  );
  const lineAt = (...keys: (string | number)[]) => `${name}:${lineOf(keys)}`;
  requireKnownTables(study, lineAt);
  const tables = study.tables.map((table, index): PublishedTable => {
    if (table.kind === 'list') return tableOfList(table, { at: lineAt('tables', index), name: table.name });
    return tableOfFile(table, readCsv(readTextFile(join(dirname(path), table.file)), table.file));
  });
  const codebook = book?.framework.codebook ?? null;
  const findings = auditStudy({
    study,
    tables,
    aliasPlaces: study.aliases.map((_, index) => ({ at: lineAt('aliases', index), name })),
    claims: study.claims.map((claim, index) => ({
      claim,
      place: { at: lineAt('claims', index), name: claim.source },
    })),
    codebook: codebook && { book: codebook, place: { at: book?.name ?? '', name: codebook.id } },
    words: wordsOf(study, codebook, tables),
  });
  const remarks = findings.filter(({ severity }) => severity === 'remark').length;
  return {
    codebookId: codebook?.id ?? null,
    study: study.title,
    levels: Object.fromEntries((codebook?.levels ?? []).map((level) => [level.id, level.name])),
    contradictions: findings.length - remarks,
    remarks,
    findings,
  };
}

function claimsFile(against: string): string {
  const known = publishedStudies();
  const path = known.includes(against) ? join(PUBLISHED, against) : against;
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, CLAIMS) : path;
  const isClaims = existsSync(file) && !/\.(csv|tsv|xlsx|qdc)$/i.test(file);
  if (!isClaims) throw new UserError('assess/no-claims', { name: against, known: known.join(', ') });
  return file;
}

function requireKnownTables(
  { tables, claims }: PublishedStudy,
  lineAt: (...keys: (string | number)[]) => string,
) {
  const ids = tables.map(({ id }) => id);
  const fail = (keys: (string | number)[], place: string, problem: string) =>
    new UserError('assess/bad-claims', { path: lineAt(...keys), place, problem });
  tables.forEach(({ id }, index) => {
    if (ids.indexOf(id) < index)
      throw fail(['tables', index], `tables[${index}].id`, `"${id}" names another table too`);
  });
  claims.forEach((claim, index) => {
    if (!('table' in claim) || ids.includes(claim.table)) return;
    throw fail(['claims', index], `claims[${index}].table`, `"${claim.table}" names no table`);
  });
}

/** The findings of an audit as text for people, one sentence and its places each, or as CSV. */
export function formatAudit(
  { findings, levels }: AuditReport,
  format: 'text' | 'csv',
  language: Language,
): string {
  if (format === 'text') {
    return findings
      .map((finding) => `${sentenceOf(finding, language, levels)}\n    ${placesOf(finding)}\n`)
      .join('');
  }
  const heads = auditHeads[language];
  const rows = findings.map((finding) => ({
    ...finding,
    words: finding.words.join('、'),
    sentence: sentenceOf(finding, language, levels),
  }));
  const columns = Object.keys(heads) as (keyof typeof heads)[];
  return writeCsv(
    Object.values(heads),
    rows.map((row) => Object.fromEntries(columns.map((column) => [heads[column], row[column]]))),
  );
}
