import { createHash } from 'node:crypto';
import { readParts } from './read-parts.js';
import type { Store } from './store.js';

const VERSIONS = 'case_version JOIN project_case USING (case_no)';

/** What a verdict says, without the id of its decision. */
const VERDICT = `verdict ->> 'kind', verdict ->> 'into', verdict ->> 'caseId', verdict ->> 'quote', verdict ->> 'coder',
  verdict ->> 'reason', verdict ->> 'added', verdict ->> '$.code.label', verdict ->> '$.code.level',
  verdict -> '$.code.parent', verdict ->> '$.code.mergedInto', verdict -> '$.code.formerly',
  verdict ->> '$.code.definition', verdict -> '$.code.exclude', verdict -> '$.code.examples', verdict -> '$.code.properties',
  verdict -> '$.code.facets',
  verdict -> '$.code.isDeleted', verdict -> 'relation', verdict -> 'theory'`;

/**
 * The content of a project as queries: every row that says something, in an order of its own content. Row
 * numbers, random ids, times, paths, runs, the log of decisions and tags are left out, since two projects may differ in them
 * and still say the same.
 */
const CONTENT: Readonly<Record<string, string>> = {
  settings: 'SELECT name, value FROM setting ORDER BY name',
  cases: `SELECT id, version, is_current, title, batch FROM ${VERSIONS} ORDER BY id, version`,
  caseAliases: 'SELECT alias, id FROM case_alias JOIN project_case USING (case_no) ORDER BY alias',
  caseFiles: `SELECT id, version, sha256, format, encoding, pages_without_text
    FROM case_file JOIN case_version USING (version_no) JOIN project_case USING (case_no) ORDER BY id, version`,
  attributes: `SELECT id, name, value FROM attribute JOIN project_case USING (case_no) ORDER BY id, name`,
  attributeTypes: 'SELECT name, type, is_given FROM attribute_type ORDER BY name',
  cleanings: `SELECT id, version, steps
    FROM normalized_text JOIN case_version USING (version_no) JOIN project_case USING (case_no)
    ORDER BY id, version`,
  givenWords: `SELECT id, version, words
    FROM given_words JOIN case_version USING (version_no) JOIN project_case USING (case_no) ORDER BY id, version`,
  regions: `SELECT id, version, start_at, end_at, kind, speaker, speech_at
    FROM region JOIN case_version USING (version_no) JOIN project_case USING (case_no)
    ORDER BY id, version, start_at`,
  textScopes: `SELECT id, version, characters, counted, from_plain_text
    FROM text_scope JOIN case_version USING (version_no) JOIN project_case USING (case_no)
    ORDER BY id, version`,
  contents: 'SELECT hash, text FROM content ORDER BY hash',
  codebooks: 'SELECT id, content_hash FROM codebook ORDER BY id',
  generations: 'SELECT generation_no, documents FROM generation ORDER BY generation_no',
  newWords: 'SELECT * FROM new_word ORDER BY generation_no, rank',
  documentFrequencies: `SELECT generation_no, word, cases FROM document_frequency JOIN word USING (word_no)
    ORDER BY generation_no, word`,
  taughtWords: `SELECT generation_no, word, cases FROM taught_word WHERE cases IS NOT NULL
    ORDER BY generation_no, word`,
  minedCases: `SELECT id, generation_no, version, counted, sealed, term_list.is_current
    FROM mined_case JOIN project_case USING (case_no) JOIN term_list USING (list_no) JOIN case_version USING (version_no)
    ORDER BY id, generation_no`,
  terms: `SELECT id, generation_no, word, pos, frequency, begins, ends, is_new
    FROM mined_case JOIN project_case USING (case_no) JOIN term USING (list_no) JOIN word USING (word_no)
    ORDER BY id, generation_no, word, pos`,
  keywords: `SELECT group_name, word, pos, weight, frequency, source, kept, reason, detail, counts_for, coder
    FROM keyword ORDER BY group_name, position`,
  ruleDrops: 'SELECT group_name, word, reason FROM rule_drop ORDER BY group_name, word',
  readWords: 'SELECT word, id FROM read_word JOIN project_case USING (case_no) ORDER BY word, id',
  mappings: `SELECT codebook_id, group_name, case_id, word, code_id, core_keyword, kind, method, status, coder
    FROM mapping ORDER BY codebook_id, group_name, case_id, word`,
  assignments: `SELECT codebook_id, id, version, start_at, end_at, code_id, polarity, triggers, origin, coder,
      quote, clean_quote, status
    FROM assignment JOIN case_version USING (version_no) JOIN project_case USING (case_no)
    ORDER BY codebook_id, id, version, start_at, end_at, code_id, polarity, triggers, origin, coder`,
  referenceCounts: `SELECT codebook_id, id, version, code_id, polarity, passages, confirmed
    FROM reference_count JOIN case_version USING (version_no) JOIN project_case USING (case_no)
    ORDER BY codebook_id, id, version, code_id, polarity`,
  tokenCounts: `SELECT codebook_id, id, code_id, tokens
    FROM token_count JOIN project_case USING (case_no) ORDER BY codebook_id, id, code_id`,
  shownSuggestions: `SELECT coder, codebook_id, word, code_id FROM shown_suggestion
    ORDER BY codebook_id, word, code_id, coder`,
  judgements: `SELECT aspect, word, group_name, coder, ${VERDICT} FROM judgement
    ORDER BY aspect, word, group_name, coder`,
  adjudications: `SELECT aspect, word, group_name, ${VERDICT}, json_array_length(adjudication -> 'settles'),
      adjudication ->> 'why', adjudication ->> 'attendees'
    FROM (SELECT *, adjudication -> 'verdict' AS verdict FROM adjudication) ORDER BY aspect, word, group_name`,
  passageVerdicts: `SELECT codebook_id, code_id, polarity, id, was.version, start_at, end_at, coder, now.version, now_start,
      now_end, verdict ->> 'says', verdict ->> 'quote', verdict ->> 'cleanQuote', verdict ->> 'isInVivo', verdict ->> 'reason',
      verdict ->> 'definitionHash', verdict ->> 'isProposed', verdict -> 'keywords'
    FROM passage_verdict JOIN case_version AS was USING (version_no) JOIN project_case USING (case_no)
      JOIN case_version AS now ON now.version_no = now_version
    ORDER BY codebook_id, id, was.version, start_at, end_at, code_id, polarity, coder`,
  memos: `SELECT coder, memo ->> 'type', memo ->> 'text', json_remove(memo -> 'on', '$.id'), version, start_at, end_at
    FROM memo LEFT JOIN memo_place ON memo_id = memo.id LEFT JOIN case_version USING (version_no)
    ORDER BY coder, memo ->> 'type', memo ->> 'text', json_remove(memo -> 'on', '$.id')`,
  sentenceAdjudications: `SELECT codebook_id, id, code_id, label, verdict_of, coder, reason, why, attendees
    FROM sentence_adjudication JOIN project_case USING (case_no)
    ORDER BY codebook_id, id, code_id, verdict_of, coder, reason, label, why, attendees`,
  caseStandings: `SELECT id, standing, position, coder, reason, statements
    FROM case_standing JOIN project_case USING (case_no) ORDER BY id, standing`,
  sealedStatements: `SELECT id, version, start_at, end_at, clean_start, clean_end
    FROM sealed_statement JOIN case_version USING (version_no) JOIN project_case USING (case_no)
    ORDER BY id, version, clean_start`,
  casesDone: `SELECT codebook_id, id, version, coding_of, coder, reason
    FROM case_done JOIN case_version USING (version_no) JOIN project_case USING (case_no)
    ORDER BY codebook_id, id, version, coding_of, coder`,
  verdicts: `SELECT group_name, word, aspect, is_contested, ${VERDICT} FROM verdict
    ORDER BY group_name, word, aspect`,
};

/** The parts of what is stored in parts; only what they join to counts, for it may be cut anywhere. */
const PARTS: Readonly<Record<string, string>> = {
  texts: 'SELECT text FROM text_part WHERE version_no = ? AND part_no = ?',
  cleanTexts: 'SELECT text FROM clean_part WHERE version_no = ? AND part_no = ?',
  origins: `SELECT iif(origins = '[]', '', substr(origins, 2, length(origins) - 2) || ',') AS text
    FROM clean_part WHERE version_no = ? AND part_no = ?`,
};

/** One hash (sha256, hex) of all a project says: equal for equal content, however and wherever it came about. */
export function stateHash(store: Store): string {
  const hash = createHash('sha256');
  store.snapshot(() => {
    for (const [section, query] of Object.entries(CONTENT)) {
      hash.update(`${section}\n`);
      for (const row of store.cells(query)) hash.update(`${JSON.stringify(row)}\n`);
    }
    const versions = store.all<Version>(
      `SELECT version_no, id, version FROM ${VERSIONS} ORDER BY id, version`,
    );
    for (const [section, query] of Object.entries(PARTS)) {
      hash.update(`${section}\n`);
      for (const { version_no, id, version } of versions) {
        const joined = createHash('sha256');
        for (const { text } of readParts<{ text: string }>(store, query, version_no)) joined.update(text);
        hash.update(`${JSON.stringify([id, version, joined.digest('hex')])}\n`);
      }
    }
  });
  return hash.digest('hex');
}

interface Version {
  readonly version_no: number;
  readonly id: string;
  readonly version: string;
}
