/** What Excel has room for in the name of a sheet, in UTF-16 units. */
const LONGEST = 31;
const FORBIDDEN = /[[\]:*?/\\\p{Cc}]/gu;

/** Makes the function that names sheets: short enough, without forbidden characters, and no two alike in any letter case. */
export function openSheetNames(): (title: string, suffix?: string) => string {
  const taken = new Set<string>(['history']);
  return (title, suffix = '') => {
    const clean = title.replaceAll(FORBIDDEN, ' ').replaceAll(/^['\s]+|['\s]+$/gu, '') || 'x';
    for (let times = 1; ; times += 1) {
      const end = `${times === 1 ? '' : ` ${times}`}${suffix}`;
      const name = `${clean
        .slice(0, LONGEST - end.length)
        .toWellFormed()
        .replace(/\ufffd$/u, '')
        .trimEnd()}${end}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}
