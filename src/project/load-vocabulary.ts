import { readUserWords, readWordList, wordListInUtf8 } from '../formats/word-list.js';
import { VOCABULARY_LISTS, type Vocabulary, type VocabularyList } from '../model/vocabulary.js';
import { readBytes } from '../sources/read-bytes.js';
import { readContent, saveContent } from '../store/content-table.js';
import { getSetting, setSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { type TextForm, toTextForm } from '../text/text-form.js';
import { projectForm } from './project-form.js';

/** The files of a vocabulary, as the caller names them; `none` takes a list out of the project. */
export interface VocabularyFiles {
  readonly userWords?: string | undefined;
  readonly stopWords?: string | undefined;
  readonly rejectWords?: string | undefined;
}

/** A list as it was read, which the run keeps. */
interface LoadedList {
  readonly path: string;
  readonly bytes: Uint8Array;
}

type LoadedLists = Partial<Readonly<Record<VocabularyList, LoadedList>>>;

const NO_LIST = 'none';

/**
 * The vocabulary that files hold.
 * @throws UserError vocabulary/faulty, import/missing-path
 */
export function loadVocabulary(files: VocabularyFiles): Vocabulary {
  return parse(readLists(files), toTextForm);
}

/** The vocabulary of a project after the caller has named files, which it then keeps, and what identifies it. */
export function vocabularyInForce(
  store: Store,
  files: VocabularyFiles,
): {
  readonly vocabulary: Vocabulary;
  readonly changed: boolean;
  readonly save: () => Record<string, string>;
} {
  const given = namedFiles(files);
  const named = readLists(files);
  const kept: LoadedLists = Object.fromEntries(
    VOCABULARY_LISTS.flatMap((list) => {
      const content =
        given[list] === undefined ? readContent(store, getSetting(store, list) ?? '') : undefined;
      return content ? [[list, { path: content.name, bytes: Buffer.from(content.text) }]] : [];
    }),
  );
  const lists = { ...kept, ...named };
  const changed = VOCABULARY_LISTS.some((list) => {
    if (given[list] === undefined) return false;
    const before = readContent(store, getSetting(store, list) ?? '')?.text ?? '';
    return before !== textOf(named[list]);
  });
  const save = () =>
    Object.fromEntries(
      VOCABULARY_LISTS.flatMap((list) => {
        const loaded = lists[list];
        if (loaded === undefined && getSetting(store, list) === undefined) return [];
        const hash = loaded ? saveContent(store, list, loaded.path, textOf(loaded)) : '';
        setSetting(store, list, hash);
        return hash === '' ? [] : [[list, hash]];
      }),
    );
  return { vocabulary: parse(lists, projectForm(store)), changed, save };
}

function namedFiles({ userWords, stopWords, rejectWords }: VocabularyFiles) {
  return { 'user-words': userWords, 'stop-words': stopWords, 'reject-words': rejectWords };
}

function readLists(files: VocabularyFiles): LoadedLists {
  return Object.fromEntries(
    Object.entries(namedFiles(files)).flatMap(([list, path]) =>
      path === undefined || path === NO_LIST
        ? []
        : [[list, { path, bytes: wordListInUtf8(readBytes(path), path) }]],
    ),
  );
}

function parse(lists: LoadedLists, form: TextForm): Vocabulary {
  const { 'user-words': user, 'stop-words': stop, 'reject-words': reject } = lists;
  return {
    userWords: user ? readUserWords(user.bytes, user.path, form) : [],
    stopWords: stop ? readWordList(stop.bytes, stop.path, form) : new Set(),
    rejected: reject ? readWordList(reject.bytes, reject.path, form) : new Set(),
  };
}

function textOf(list: LoadedList | undefined): string {
  return list ? Buffer.from(list.bytes).toString() : '';
}
