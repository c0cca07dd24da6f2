import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { MarkedWord } from '../../../../workflow/mark-case-words.js';
import type { ReadCoding } from '../../../../workflow/read-case-coding.js';
import type { ReadLine, TextForm } from '../../../../workflow/read-case-text.js';
import { api } from '../../state/api.js';
import { useFixed, useResource } from '../../state/resource.js';
import { type FindLines, lineFinder } from './find-lines.js';
import { codingKey } from './reader-acts.js';

/** Layers that may be laid over a text. */
export const layers = ['codings', 'keywords', 'new-words', 'regions', 'others'] as const;

/** Those that are shown where the address says nothing. */
const USUAL = 'codings regions';

/** The layers that an address asks for. */
export function layersOf(query: URLSearchParams): ReadonlySet<string> {
  return new Set((query.get('layers') ?? USUAL).split(' '));
}

/** What is read of a case: its coding, its text line by line, and the words that are marked in it. */
export interface Reading {
  readonly coding: ReadCoding | null;
  readonly error: string | null;
  readonly lines: readonly ReadLine[];
  readonly find: FindLines;
  readonly words: readonly (MarkedWord & { readonly type: 'keyword' | 'new-word' })[];
}

const NO_LINES: readonly ReadLine[] = [];

/** Reads a case; its text and words are read again only when they are others. */
export function useReading(id: string, form: TextForm, shown: ReadonlySet<string>): Reading {
  const others = shown.has('others');
  const param = { id };
  const coding = useResource(codingKey(id, others), () =>
    api.cases[':id'].coding.$get({ param, query: { others: others ? '1' : '0' } }),
  );
  const last = useRef<ReadCoding | null>(null);
  if (coding.data !== null) last.current = coding.data;
  const known = coding.data ?? (last.current?.id === id ? last.current : null);
  const name = (what: string) => known && `${what} ${JSON.stringify([id, known.stamp])}`;
  // The text is asked for at the same time, and again only where the coding is of another one.
  const [wanted, want] = useState('');
  const text = useFixed(`${form} ${JSON.stringify([id, wanted])}`, () =>
    api.cases[':id'].text.$get({ param, query: { form } }),
  );
  const isOther = known !== null && text.data !== null && text.data.stamp !== known.stamp;
  useEffect(() => {
    if (isOther) want(known.stamp);
  }, [isOther, known?.stamp]);
  const keywords = useFixed(shown.has('keywords') && known?.showsProposals ? name('keywords') : null, () =>
    api.cases[':id'].words.$get({ param, query: { which: 'keywords' } }),
  );
  const newWords = useFixed(shown.has('new-words') ? name('new-words') : null, () =>
    api.cases[':id'].words.$get({ param, query: { which: 'new-words' } }),
  );
  // The form that was shown last stays until the other one is here. Without the coding no line is drawn, nor brought into sight.
  const lastLines = useRef(NO_LINES);
  if (text.data !== null) lastLines.current = text.data.lines;
  const lines = known === null ? NO_LINES : lastLines.current;
  const find = useMemo(() => lineFinder(lines), [lines]);
  const words = useMemo(
    () => [
      ...(keywords.data ?? []).map((one) => ({ ...one, type: 'keyword' as const })),
      ...(newWords.data ?? []).map((one) => ({ ...one, type: 'new-word' as const })),
    ],
    [keywords.data, newWords.data],
  );
  return { coding: known, error: coding.error ?? text.error, lines, find, words };
}
