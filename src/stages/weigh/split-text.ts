/** The model was trained on abstracts: up to 750 characters. */
const LONGEST = 800;
const SENTENCE_END = /[。！？；!?;\n]/g;

/** Cuts a long text into sections of about equal length, near that of an abstract, each ending with a sentence. */
export function splitText(text: string): string[] {
  const target = text.length / Math.ceil(text.length / LONGEST);
  const sections: string[] = [];
  let start = 0;
  while (text.length - start > 1.5 * target) {
    SENTENCE_END.lastIndex = Math.floor(start + target - 1);
    if (!SENTENCE_END.test(text)) break;
    sections.push(text.slice(start, SENTENCE_END.lastIndex));
    start = SENTENCE_END.lastIndex;
  }
  const rest = text.slice(start);
  return rest.trim() === '' && sections.length > 0 ? sections : [...sections, rest];
}
