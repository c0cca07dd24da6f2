import { z } from 'zod';

/**
 * In which cells of dimensions that cross the levels of a codebook a code lies: values by the name of the dimension, such as
 * 工具类型: 环境型, 供给型.
 */
export const facetsSchema = z
  .record(z.string().min(1), z.array(z.string().min(1)).min(1).readonly())
  .readonly();

export type Facets = z.infer<typeof facetsSchema>;

/** Writes facets as people type them, one a line: `工具类型=环境型,供给型`. */
export function facetLines(facets: Facets = {}): string[] {
  return Object.entries(facets).map(([name, values]) => `${name}=${values.join(',')}`);
}

/** Reads a facet as typed on either keyboard: `工具类型=环境型,供给型`, `工具类型＝环境型、供给型`. */
export function readFacet(line: string): [name: string, values: string[]] {
  const [name = '', ...rest] = line.normalize('NFC').split(/[=＝]/);
  const values = rest.join('=').split(/[,，、;；]/);
  return [name.trim(), values.map((value) => value.trim()).filter((value) => value !== '')];
}
