/**
 * The id that a name makes: runs of Latin letters and digits as they are, of every other character its code
 * point in hex (`扶贫 A` → `u6276-8d2b-a`), so that equal names give equal ids wherever they are made.
 */
export function slugOf(name: string): string {
  const parts = name.toLowerCase().match(/[a-z0-9]+|[^a-z0-9\s]/gu) ?? [];
  const isPlain = (part: string) => /[a-z0-9]/.test(part);
  const slug = parts.map((part) => (isPlain(part) ? part : part.codePointAt(0)?.toString(16))).join('-');
  return isPlain(parts[0] ?? '') ? slug : `u${slug}`;
}
