/**
 * Log odds that a text goes on from one line to another, against ending a sentence with the one and beginning the next
 * with the other, by the characters on both sides; 0 where the text does not tell.
 */
export type SeamModel = (before: string, after: string) => number;

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
/** All digits count as one letter, and all Latin letters. */
const DIGIT = LAST_HAN - FIRST_HAN + 1;
const LATIN = DIGIT + 1;
const KINDS = LATIN + 1;
const SENTENCE_MARK = /[。！？；]/;
const QUOTE_END = /[”’」』）》]/;
/** So many UTF-16 units say enough about how a text is written. */
const LONGEST_SAMPLE = 2 ** 18;
/** Weights of what is known of all characters against what is seen of one. */
const END_WEIGHT = 10;
const START_WEIGHT = 30;
const UNSEEN_HAN = 1000;
/** What it says that three characters across the seam occur elsewhere in a row. */
const SEEN_THREE = 2;

/**
 * Learns from a text which characters follow each other within its sentences, which end them and which begin them
 * (bigrams after Witten and Bell). So the text itself tells whether a line end tore a sentence apart.
 */
export function learnSeams(text: string): SeamModel {
  const seen = new Uint32Array(KINDS);
  const followers = new Uint32Array(KINDS);
  const ends = new Uint32Array(KINDS);
  const starts = new Uint32Array(KINDS);
  const pairs = new Map<number, number>();
  let total = 0;
  let endCount = 0;
  let startCount = 0;
  let isStart = false;
  const sample = text.slice(0, LONGEST_SAMPLE);
  for (const line of sample.split(/[\n\f]+/)) {
    let before = -1;
    for (const letter of line) {
      const at = letterIndex(letter);
      if (at >= 0) {
        increase(seen, at);
        total += 1;
        if (isStart) {
          increase(starts, at);
          startCount += 1;
        } else if (before >= 0) {
          const pair = before * KINDS + at;
          const count = pairs.get(pair) ?? 0;
          if (count === 0) increase(followers, before);
          pairs.set(pair, count + 1);
        }
        before = at;
        isStart = false;
      } else if (SENTENCE_MARK.test(letter)) {
        if (before >= 0) {
          increase(ends, before);
          endCount += 1;
        }
        before = -1;
        isStart = true;
      } else if (!(isStart && QUOTE_END.test(letter))) {
        before = -1;
        isStart = false;
      }
    }
  }
  const endShare = (endCount + 1) / (total + 1);
  let threes: ReadonlySet<string> | undefined;
  const isSeen = (letters: string) => {
    threes ??= new Set(Array.from(sample, (_, at) => sample.slice(at, at + 3)));
    return letters.length === 3 && threes.has(letters);
  };
  return (before, after) => {
    const x = letterIndex(before.at(-1) ?? '');
    const y = letterIndex(after.charAt(0));
    if (x < 0) return 0;
    const areSeen =
      isSeen(before.slice(-2) + after.charAt(0)) || isSeen(before.slice(-1) + after.slice(0, 2));
    const times = seen[x] ?? 0;
    const ending = ((ends[x] ?? 0) + END_WEIGHT * endShare) / (times + END_WEIGHT) / endShare;
    if (y < 0) return -Math.log(ending);
    const share = ((seen[y] ?? 0) + 0.5) / (total + UNSEEN_HAN);
    const kinds = (followers[x] ?? 0) + 1;
    const going = ((pairs.get(x * KINDS + y) ?? 0) + kinds * share) / (times + kinds);
    const starting = ((starts[y] ?? 0) + START_WEIGHT * share) / (startCount + START_WEIGHT);
    const context = areSeen ? SEEN_THREE : 0;
    return Math.log(going) - Math.log(ending) - Math.log(starting) + context;
  };
}

/** The same model, learnt when it is first asked. */
export function learnSeamsLazily(text: string): SeamModel {
  let model: SeamModel | undefined;
  return (before, after) => {
    model ??= learnSeams(text);
    return model(before, after);
  };
}

/** The place of a letter among those that the model knows, else -1. */
function letterIndex(letter: string): number {
  const code = letter.charCodeAt(0);
  if (code >= FIRST_HAN && code <= LAST_HAN) return code - FIRST_HAN;
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) ? LATIN : -1;
}

function increase(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
