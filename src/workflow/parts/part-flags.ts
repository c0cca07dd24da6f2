import { createHash } from 'node:crypto';
import { UserError } from '../../errors.js';
import type { Profile } from '../../model/new-word.js';
import type { PartCommand, PartHead, RecordedFlag } from '../../model/part.js';
import type { VocabularyFiles } from '../../project/load-vocabulary.js';
import { openCodebook } from '../../sources/open-codebook.js';
import { readBytes } from '../../sources/read-bytes.js';

/** The options of the commands that work in parts; each command takes some of them. */
export interface PartFlags extends VocabularyFiles {
  readonly profile?: Profile | undefined;
  readonly minFrequency?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly top?: number | undefined;
  readonly clean?: boolean | undefined;
  readonly newWords?: string | undefined;
  readonly everyWord?: boolean | undefined;
  readonly idf?: string | undefined;
  readonly codebook?: string | undefined;
  readonly format?: 'tsv' | 'jsonl' | undefined;
}

type FlagName = keyof PartFlags;

const NO_LISTS = { userWords: null, stopWords: null, rejectWords: null } as const;

/** What each command takes, and what holds where nobody says otherwise. */
const STANDARD: Readonly<Record<PartCommand, Readonly<Partial<Record<FlagName, RecordedFlag>>>>> = {
  discover: {
    profile: 'both',
    minFrequency: 3,
    maxLength: 8,
    top: null,
    ...NO_LISTS,
    clean: false,
    format: 'tsv',
  },
  terms: { newWords: null, ...NO_LISTS, everyWord: false, clean: false },
  keywords: { top: 10, idf: 'shipped', clean: false, ...NO_LISTS },
  code: { codebook: 'six-pillars' },
};

/** Those of `discover` that only say what is made of the segmented texts, which parts hold. */
const CHOSEN_AT_MERGE: ReadonlySet<string> = new Set(
  Object.keys(STANDARD.discover).filter((name) => name !== 'clean'),
);

/** Characters of a hash that are shown; no value that is none is so long. */
const HASH_SHOWN = 12;

/** The flags that name files, whose contents count. */
const FILES: ReadonlySet<string> = new Set(['newWords', ...Object.keys(NO_LISTS)]);

/**
 * The flags of a command with what holds for those that are not given, files by their hashes.
 * @throws UserError parts/not-an-option
 */
export async function recordFlags(command: PartCommand, given: PartFlags): Promise<PartHead['options']> {
  return { ...(await record(command, STANDARD[command])), ...(await record(command, given)) };
}

/**
 * The flags that parts were made with, and those given for the merge in their places.
 * @throws UserError parts/not-an-option, parts/other-option
 */
export async function mergeFlags(
  { command, options }: PartHead,
  given: PartFlags,
  path: string,
): Promise<PartHead['options']> {
  const changed = await record(command, given);
  for (const [name, value] of Object.entries(changed)) {
    const recorded = options[name] ?? null;
    const mayChange = command === 'discover' && CHOSEN_AT_MERGE.has(name);
    if (mayChange || value === recorded) continue;
    throw new UserError('parts/other-option', {
      option: kebab(name),
      given: String(given[name as FlagName]),
      recorded: showFlag(name, recorded),
      path,
    });
  }
  return { ...options, ...changed };
}

async function record(
  command: PartCommand,
  given: Readonly<Partial<Record<FlagName, RecordedFlag | undefined>>>,
): Promise<Record<string, RecordedFlag>> {
  const recorded: Record<string, RecordedFlag> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (!(name in STANDARD[command])) {
      throw new UserError('parts/not-an-option', { option: kebab(name), command });
    }
    recorded[name] = typeof value === 'string' ? await recordText(name, value) : value;
  }
  return recorded;
}

async function recordText(name: string, value: string): Promise<string> {
  if (name === 'codebook') return sha256((await openCodebook(value)).text);
  const isFile = name === 'idf' ? value !== 'shipped' && value !== 'corpus' : FILES.has(name);
  return isFile ? sha256(readBytes(value)) : value;
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A flag as it is recorded, as on a command line; of a file with the beginning of its hash. */
export function showFlag(name: string, value: RecordedFlag | undefined): string {
  const shown = typeof value === 'string' ? value.slice(0, HASH_SHOWN) : value;
  return `--${kebab(name)} ${shown ?? 'none'}`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
