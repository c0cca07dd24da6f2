import { readCsv } from '../../../../src/formats/csv.js';
import type { Finding } from '../../../../src/model/audit-finding.js';
import type { Codebook } from '../../../../src/model/codebook.js';
import { publishedStudySchema } from '../../../../src/model/published-study.js';
import { type Audit, auditStudy } from '../../../../src/stages/assess/audit/audit-study.js';
import { tableOfFile, tableOfList } from '../../../../src/stages/assess/audit/published-table.js';
import { wordsOf } from '../../../../src/stages/assess/audit/words.js';

/** The findings on a study whose CSV files are given by name. */
export function auditOf(...given: Parameters<typeof auditAll>): Audit['findings'] {
  return auditAll(...given).findings;
}

/** The whole audit of a study whose CSV files are given by name. */
export function auditAll(
  study: object,
  files: Readonly<Record<string, string>>,
  codebook: Codebook | null = null,
): Audit {
  const parsed = publishedStudySchema.parse({ title: '研究', source: '自编', ...study });
  const tables = parsed.tables.map((table) =>
    table.kind === 'list'
      ? tableOfList(table, { at: 'claims', name: table.name })
      : tableOfFile(table, readCsv(files[table.file] ?? '', table.file)),
  );
  return auditStudy({
    study: parsed,
    tables,
    aliasPlaces: parsed.aliases.map((_, index) => ({ at: `alias:${index}`, name: 'claims' })),
    claims: parsed.claims.map((claim, index) => ({
      claim,
      place: { at: `claim:${index}`, name: claim.source },
    })),
    codebook: codebook && { book: codebook, place: { at: 'book.yaml', name: codebook.id } },
    words: wordsOf(parsed, codebook, tables),
  });
}

/** What is contradicted: kind and subject. */
export function contradictions(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ severity }) => severity === 'contradiction')
    .map(({ kind, subject }) => `${kind} ${subject}`);
}
