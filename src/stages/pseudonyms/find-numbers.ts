import type { NameCandidate } from '../../model/pseudonym.js';

/** Numbers and addresses that lead to one person. */
const NUMBERS = [
  /** Identity cards of the People's Republic: 17 digits and a check digit. */
  /(?<![\dA-Za-z])[1-9]\d{16}[\dXx](?![\dA-Za-z])/g,
  /** Mobile telephones. */
  /(?<!\d)1[3-9]\d{9}(?!\d)/g,
  /** Telephones with their area code. */
  /(?<!\d)0\d{2,3}[-－—–]?\d{7,8}(?!\d)/g,
  /** Mail addresses. */
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /** Names of accounts behind what they are for. */
  /(?<=(?:QQ|qq|微信)号?码?[是为：:]?\s?)[A-Za-z\d_-]{5,20}(?![\w@.-])/g,
];

/** Finds numbers of identity cards and telephones, mail addresses and accounts. */
export function findNumbers(line: string): NameCandidate[] {
  return NUMBERS.flatMap((pattern) =>
    Array.from(line.matchAll(pattern), ([name]) => ({ name, kind: 'number', isDoubtful: false }) as const),
  );
}
