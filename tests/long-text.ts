const CHARACTERS = [
  ...'扶贫产业园车间公益性岗位技能培训易地搬迁集体经济合作社电商带动就业增收稳定脱贫乡村振兴的一是在不了有和人这中大为上个国我以要他',
];

/** Paragraphs of different sentences, without end; `seed` makes them others. */
function* longText(seed = 1): Generator<string> {
  let state = seed;
  const next = (below: number) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const clause = () =>
    Array.from({ length: 6 + next(14) }, () => CHARACTERS[next(CHARACTERS.length)]).join('');
  for (;;) {
    const sentences = Array.from({ length: 2 + next(5) }, () => `${clause()}，${clause()}。`);
    yield `${sentences.join('')}\n`;
  }
}

/** A long text of at least so many bytes of UTF-8, hard-wrapped on request: lines of 22 characters with blank ones between. */
export function longTextOf(bytes: number, { isWrapped = false, seed = 1 } = {}): string {
  const paragraphs: string[] = [];
  let size = 0;
  for (const paragraph of longText(seed)) {
    const lines = isWrapped
      ? paragraph
          .trimEnd()
          .match(/.{1,22}/gu)
          ?.join('\n\n')
      : undefined;
    const text = lines === undefined ? paragraph : `${lines}\n\n`;
    paragraphs.push(text);
    size += Buffer.byteLength(text);
    if (size >= bytes) break;
  }
  return paragraphs.join('');
}
