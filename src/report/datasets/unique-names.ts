/** Tells equal names apart by a number behind the later ones, whether or not their letters are small. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let next = 2; taken.has(unique.toLowerCase()); next += 1) unique = `${name} (${next})`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
