/** What a shell (POSIX) reads without quotes as it stands. */
const PLAIN = /^[\w@%+:,./-]+$/;

/** A word as a shell reads it back unchanged, whatever is in it. */
export function quoteForShell(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
