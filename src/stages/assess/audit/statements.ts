import type { AuditedStatement, UncheckedReason } from '../../../model/audit-finding.js';
import type { Claim } from '../../../model/published-study.js';
import {
  type AuditedStudy,
  type Comparison,
  printed,
  type StatedPart,
  statementKey,
  wordsAt,
} from './audited-study.js';
import { cleanWord } from './clean-word.js';
import type { PublishedTable } from './published-table.js';
import { nameQuantity } from './quantities.js';

/** All that a study states, claim by claim and then table by table, and how often each was compared. */
export function listStatements(
  audited: AuditedStudy,
  comparisons: readonly Comparison[],
): AuditedStatement[] {
  const counts = new Map<string, number>();
  for (const { statement } of comparisons) counts.set(statement, (counts.get(statement) ?? 0) + 1);
  const claims = audited.claims.map(({ claim, place }, index) => {
    const count = counts.get(statementKey.claim(index)) ?? 0;
    return {
      kind: claim.kind,
      subject: describeClaim(claim),
      at: place.at,
      by: place.name,
      comparisons: count,
      reason: count > 0 ? null : reasonFor(audited, claim),
    };
  });
  return [...claims, ...audited.tables.flatMap((table) => statementsOfTable(table, counts))];
}

function statementsOfTable(table: PublishedTable, counts: ReadonlyMap<string, number>): AuditedStatement[] {
  const { spec, place, totalRow } = table;
  const parts: [StatedPart, string][] = [
    ...(spec?.shares ?? []).map(({ column, of }): [StatedPart, string] => ['share', `${column} (${of})`]),
    ...(spec?.derived ?? []).map(({ column, of }): [StatedPart, string] => [
      'derived',
      `${column} (${of.join('、')})`,
    ]),
    ...(spec?.order ? [['order', spec.order.column] as [StatedPart, string]] : []),
    ...(spec?.rank ? [['rank', spec.rank] as [StatedPart, string]] : []),
    ...(totalRow && spec?.total ? [['total', spec.total] as [StatedPart, string]] : []),
  ];
  const seen = new Map<StatedPart, number>();
  const stated = parts.map(([part, subject]): [kind: string, subject: string, key: string] => {
    const index = seen.get(part) ?? 0;
    seen.set(part, index + 1);
    return [part, subject, statementKey.part(table, part, index)];
  });
  return [['table', place.name, statementKey.table(table)] as const, ...stated]
    .filter(([kind]) => kind !== 'table' || table.levels.length > 0)
    .map(([kind, subject, key]) => {
      const comparisons = counts.get(key) ?? 0;
      const reason = kind === 'table' ? 'nothing-beside' : 'no-figures';
      return {
        kind,
        subject,
        at: place.at,
        by: place.name,
        comparisons,
        reason: comparisons > 0 ? null : reason,
      };
    });
}

function reasonFor(audited: AuditedStudy, claim: Claim): UncheckedReason {
  const { tables, codebook, words } = audited;
  const hasWord = (word: string) =>
    tables.some((table) =>
      table.levels.some((level) =>
        wordsAt(table, level).some(
          (one) => words.canonical(level, one) === words.canonical(level, cleanWord(word)),
        ),
      ),
    );
  switch (claim.kind) {
    case 'number':
      return 'stated-once';
    case 'count': {
      const isLevel = [
        ...tables.flatMap(({ levels }) => levels),
        ...(codebook?.book.levels ?? []).map(({ id }) => id),
      ];
      if (!isLevel.includes(claim.level)) return 'no-such-level';
      return claim.under !== undefined && !hasWord(claim.under) ? 'no-such-word' : 'only-partial';
    }
    case 'sum':
      return claim.under !== undefined && !hasWord(claim.under) ? 'no-such-word' : 'no-figures';
    case 'value':
    case 'place':
      return hasWord(claim.word)
        ? claim.kind === 'place'
          ? 'nothing-beside'
          : 'no-figures'
        : 'no-such-word';
    default:
      return 'no-figures';
  }
}

function describeClaim(claim: Claim): string {
  switch (claim.kind) {
    case 'count':
    case 'sum':
    case 'value':
      return nameQuantity(claim);
    case 'rows':
      return claim.table;
    case 'number':
      return claim.thing;
    case 'share':
      return `${nameQuantity(claim.of)} / ${nameQuantity(claim.in)} = ${typeof claim.value === 'number' ? printed(claim.value) : claim.value}`;
    case 'agreement':
      return claim.measure;
    case 'listed':
      return claim.word;
    case 'place':
      return `${claim.word} · ${claim.parent}`;
  }
}
