import type { TablePage } from '../../../../workflow/read-table-page.js';

type Row = TablePage['rows'][number];

const WORDS = ['word', 'keyword', 'rawKeyword', 'coreKeyword'] as const;

/** Where the sentences behind the numbers of a row are: those of its code, its words in context, or its case; else nowhere. */
export function evidenceOf(row: Row): string | null {
  const { codeId, otherCodeId, caseId, pillar } = row;
  const code = codeId ?? pillar;
  if (typeof code === 'string') {
    const query = new URLSearchParams({ code });
    if (typeof otherCodeId === 'string') query.append('code', otherCodeId);
    if (typeof caseId === 'string') query.set('case', caseId);
    return `/compare?${query}`;
  }
  const word = WORDS.map((name) => row[name]).find((value) => typeof value === 'string');
  if (typeof word === 'string') return `/tables/table/kwic?${new URLSearchParams({ word })}`;
  return caseLink(row);
}

/** Where the case of a row is read, at the passage that the row names. */
export function caseLink({ caseId, start, end }: Row): string | null {
  if (typeof caseId !== 'string') return null;
  const place = typeof start === 'number' ? `?at=${start}${typeof end === 'number' ? `-${end}` : ''}` : '';
  return `/cases/${encodeURIComponent(caseId)}${place}`;
}
