import { basename } from 'node:path';
import { replaceInStrings } from '../../stages/pseudonyms/replace-in-strings.js';
import { readAttributeTypes, saveAttributeType } from '../../store/attribute-type-table.js';
import { codebooksInUse, saveCodebook } from '../../store/codebook-table.js';
import { readCoders, saveCoderGuid } from '../../store/coder-table.js';
import { readAllContents, saveContent } from '../../store/content-table.js';
import { readDecisions } from '../../store/decision-log.js';
import { readSettings } from '../../store/join/records.js';
import { setSetting } from '../../store/setting-table.js';
import type { Store } from '../../store/store.js';
import { readShownSuggestions, saveShownSuggestion } from '../../store/suggestion-table.js';
import { recordJoined } from '../record-decisions.js';
import { copyTexts, type Replacing } from './copy-texts.js';
import { decisionReplacer } from './replace-in-decision.js';

/** What a pseudonymous project took over, and what it did not. */
export interface FilledFile {
  readonly decisions: number;
  /** Decisions about tags: these name the numbers and hashes of the project as it was. */
  readonly tagsLeftOut: number;
}

/**
 * Fills a new project file with a project in which names gave way to pseudonyms: texts, attributes, codebooks, word lists,
 * rules, settings and the log of decisions. What follows from these is to be computed from them; runs, tags, files that texts
 * were read from and earlier ids of cases stay behind.
 */
export function fillPseudonymousFile(from: Store, to: Store, replacing: Replacing): FilledFile {
  const { replace } = replacing;
  return to.transaction(() => {
    const hashes = copyContents(from, to, replacing);
    const findCopied = copyTexts(from, to, replacing);
    for (const type of readAttributeTypes(from)) saveAttributeType(to, { ...type, name: replace(type.name) });
    for (const { codebookId, contentHash } of codebooksInUse(from)) {
      saveCodebook(to, replace(codebookId), hashes.get(contentHash) ?? contentHash);
    }
    for (const { name, guid } of readCoders(from)) if (guid !== null) saveCoderGuid(to, replace(name), guid);
    for (const shown of readShownSuggestions(from)) saveShownSuggestion(to, replaceInStrings(shown, replace));
    const log = readDecisions(from);
    const kept = log.filter(({ target }) => target.type !== 'tag');
    const decisions = kept.map(decisionReplacer(to, findCopied, replace));
    recordJoined(to, decisions, decisions);
    for (const [name, value] of readSettings(from)) setSetting(to, name, hashes.get(value) ?? replace(value));
    return { decisions: kept.length, tagsLeftOut: log.length - kept.length };
  });
}

/** Copies codebooks, rules and word lists; returns their hashes by those they had. */
function copyContents(from: Store, to: Store, { replace }: Replacing): Map<string, string> {
  return new Map(
    readAllContents(from).map(({ hash, kind, name, text }) => [
      hash,
      saveContent(to, kind, replace(basename(name)), replace(text)),
    ]),
  );
}
