import type { Codebook } from '../../model/codebook.js';

/** How much a codebook holds at one of its levels. */
export interface LevelSize {
  readonly level: string;
  readonly name: string;
  readonly codes: number;
  readonly terms: number;
  readonly rules: number;
  readonly examples: number;
  /** Codes that nothing but their label can find. */
  readonly labelOnly: number;
}

/** Counts the codes, terms and rules of a codebook level by level. */
export function describeCodebook({ levels, codes }: Codebook): LevelSize[] {
  return levels.map(({ id, name }) => {
    const own = codes.filter(({ level }) => level === id);
    const total = (list: 'terms' | 'rules' | 'examples') =>
      own.reduce((sum, code) => sum + code[list].length, 0);
    return {
      level: id,
      name: name.zh,
      codes: own.length,
      terms: total('terms'),
      rules: total('rules'),
      examples: total('examples'),
      labelOnly: own.filter(({ terms, rules }) => terms.length + rules.length === 0).length,
    };
  });
}
