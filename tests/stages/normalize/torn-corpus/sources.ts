import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { numberOf } from './random.js';

/** A text with one paragraph a line, of which nothing is torn. */
export interface Source {
  readonly name: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly isSealed: boolean;
}

const CASES = join(import.meta.dirname, '../../../../corpus/cases');
const CORPORA = join(import.meta.dirname, '../../../../../shared/bench/corpora');
const LONGEST = 9000;
const FEWEST = 6;
const SHORTEST_TORN = 20;
const COMPLETE = /[。！？；：…—][”’」』）》\])]*$|[）”》]$/;

/** Whether the corpora beside the project are there. */
export const hasCorpora = existsSync(CORPORA);

/** The cases of the project's own corpus. */
export function readOwnSources(): Source[] {
  return readdirSync(CASES)
    .sort()
    .flatMap((name) => sourceOf(`cases/${name}`, readFileSync(join(CASES, name), 'utf8')));
}

/** Every so many texts of a corpus beside the project. */
export function readCorpus(name: string, step: number): Source[] {
  return readFileSync(join(CORPORA, `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((row, at) => row !== '' && at % step === 0)
    .flatMap((row) => {
      const { id, title, text } = JSON.parse(row) as { id: string; title: string; text: string };
      return sourceOf(`${name}/${id}`, `${title}\n${text}`);
    });
}

/** A text up to the first running line that ends without a mark, for that may be torn already. */
function sourceOf(name: string, text: string): Source[] {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/\u200b/g, '').trim())
    .filter((line) => line !== '');
  let length = 0;
  const end = lines.findIndex((line, at) => {
    length += line.length;
    const isTorn = line.length >= SHORTEST_TORN && /[，。；]/.test(line) && !COMPLETE.test(line);
    return length > LONGEST || isTorn || /^[，。；：、！？”）》]/.test(line) || lines[at - 1]?.endsWith('，');
  });
  const [title = '', ...paragraphs] = lines.slice(0, end < 0 ? lines.length : end);
  if (paragraphs.length < FEWEST) return [];
  const heading = title.replaceAll(/[（(].*[)）]/g, '').slice(0, 24);
  return [
    {
      name,
      title: heading,
      paragraphs: paragraphs.filter((line) => !line.startsWith(heading)),
      isSealed: numberOf(`sealed ${name}`) % 2 === 1,
    },
  ];
}
