import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.js';
import { readCsv, writeCsv } from '../formats/csv.js';
import { readYamlLines } from '../formats/yaml.js';
import type { AuditedStatement, Finding } from '../model/audit-finding.js';
import { type Codebook, NO_CODEBOOK } from '../model/codebook.js';
import type { Language } from '../model/language.js';
import type { Problem } from '../model/problem.js';
import { type Claim, type PublishedStudy, publishedStudySchema } from '../model/published-study.js';
import { PROGRAM } from '../paths.js';
import { auditHeads, describeStatement, placesOf, sentenceOf } from '../report/audit-sentences.js';
import { readAnyCodebook } from '../sources/open-codebook.js';
import { readTextFile } from '../sources/read-text-file.js';
import { auditStudy } from '../stages/assess/audit/audit-study.js';
import { type PublishedTable, tableOfFile, tableOfList } from '../stages/assess/audit/published-table.js';
import { wordsOf } from '../stages/assess/audit/words.js';
import { codebookInTextForm } from '../stages/code/codebook-text-form.js';
import { compareByCodePoint } from '../text/code-points.js';
import { toTextForm } from '../text/text-form.js';

const PUBLISHED = fileURLToPath(new URL('../codebooks/published/', PROGRAM));
const CLAIMS = 'claims.yaml';

/** What an audit compared and what it found. */
export interface AuditReport {
  /** Null where the study was compared with itself alone. */
  readonly codebookId: string | null;
  readonly study: string;
  /** The levels of the codebook by id. */
  readonly levels: Readonly<Record<string, Codebook['title']>>;
  readonly contradictions: number;
  readonly remarks: number;
  /** How many statements were compared with something, and how many with nothing. */
  readonly checked: number;
  readonly notChecked: number;
  readonly findings: readonly Finding[];
  readonly statements: readonly AuditedStatement[];
}

/** The names of the studies whose published tables come with zhagen. */
export function publishedStudies(): string[] {
  return readdirSync(PUBLISHED).sort(compareByCodePoint);
}

/**
 * Compares a codebook (or none) with what a study published: a claims file, the folder of one, or the name of
 * a shipped study; by default the shipped one that is called as the codebook.
 * @throws UserError assess/no-claims, assess/bad-claims, code/unknown-codebook, import/bad-csv
 */
export async function auditCodebook(nameOrFile: string, against = nameOrFile): Promise<AuditReport> {
  // As it stands, for a code that has no place is among the things to find.
  const book = nameOrFile === NO_CODEBOOK ? null : await readAnyCodebook(nameOrFile);
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
  const codebook = book && codebookInTextForm(book.codebook, toTextForm);
  const { findings, statements } = auditStudy({
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
  const checked = statements.filter(({ comparisons }) => comparisons > 0).length;
  const remarks = findings.filter(({ severity }) => severity === 'remark').length;
  return {
    codebookId: codebook?.id ?? null,
    study: study.title,
    levels: Object.fromEntries((codebook?.levels ?? []).map((level) => [level.id, level.name])),
    contradictions: findings.length - remarks,
    remarks,
    checked,
    notChecked: statements.length - checked,
    findings,
    statements,
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
  const fail = (keys: (string | number)[], place: string, problem: Problem) =>
    new UserError('assess/bad-claims', { path: lineAt(...keys), place, problem });
  tables.forEach(({ id }, index) => {
    if (ids.indexOf(id) < index)
      throw fail(['tables', index], `tables[${index}].id`, {
        kind: 'doubled-id',
        id,
        other: `tables[${ids.indexOf(id)}]`,
      });
  });
  claims.forEach((claim, index) => {
    for (const [keys, table] of tablesNamedIn(claim)) {
      if (ids.includes(table)) continue;
      const place = ['claims', index, ...keys];
      throw fail(place, `claims[${index}].${keys.join('.')}`, { kind: 'not-a-table', id: table });
    }
  });
}

/** The tables that a claim names, itself or in the numbers that it is made of, with the keys that lead there. */
function tablesNamedIn(claim: Claim): [keys: string[], table: string][] {
  const own: [string[], string][] =
    'table' in claim && claim.table !== undefined ? [[['table'], claim.table]] : [];
  if (claim.kind !== 'share') return own;
  return (['of', 'in'] as const).flatMap((side): [string[], string][] => {
    const quantity = claim[side];
    const isNamed = typeof quantity === 'object' && 'table' in quantity && quantity.table !== undefined;
    return isNamed ? [[[side, 'table'], quantity.table as string]] : [];
  });
}

/**
 * An audit as text for people: the findings, one sentence and its places each, and what was checked and what was not;
 * or as CSV, where the statements follow the findings with `checked` or `not-checked` in the column of severity.
 */
export function formatAudit(report: AuditReport, format: 'text' | 'csv', language: Language): string {
  return format === 'text' ? textOf(report, language) : csvOf(report, language);
}

function textOf({ findings, statements, levels }: AuditReport, language: Language): string {
  const found = findings.map(
    (finding) => `${sentenceOf(finding, language, levels)}\n    ${placesOf(finding)}\n`,
  );
  const list = (title: string, listed: readonly AuditedStatement[]) =>
    listed.length === 0
      ? ''
      : `${title}\n${listed.map((one) => `    ${one.at}  ${describeStatement(one, language, levels)}\n`).join('')}`;
  const isChecked = ({ comparisons }: AuditedStatement) => comparisons > 0;
  const titles = language === 'zh' ? ['已核对：', '未能核对：'] : ['Checked:', 'Not checked:'];
  return [
    ...found,
    list(titles[0] ?? '', statements.filter(isChecked)),
    list(
      titles[1] ?? '',
      statements.filter((one) => !isChecked(one)),
    ),
  ].join('');
}

function csvOf({ findings, statements, levels }: AuditReport, language: Language): string {
  const heads = auditHeads[language];
  const columns = Object.keys(heads) as (keyof typeof heads)[];
  const found = findings.map((finding) => ({
    ...finding,
    words: finding.words.join('、'),
    sentence: sentenceOf(finding, language, levels),
  }));
  const stated = statements.map((one) => ({
    severity: one.comparisons > 0 ? 'checked' : 'not-checked',
    kind: one.kind,
    subject: one.subject,
    claimedBy: one.by,
    claimedAt: one.at,
    sentence: describeStatement(one, language, levels),
  }));
  const rows: readonly Partial<Record<keyof typeof heads, string>>[] = [...found, ...stated];
  return writeCsv(
    Object.values(heads),
    rows.map((row) => Object.fromEntries(columns.map((column) => [heads[column], row[column] ?? '']))),
  );
}
