import type { Codebook } from '../../model/codebook.js';
import { NO_CODEBOOK } from '../../model/codebook.js';
import type { Language } from '../../model/language.js';
import type { TableRequest } from '../table.js';
import type { FigureInput } from './figure-request.js';

/** The filter of all tables, as a figure has it. */
export function filterOf({ codebook, batch, status, view, coder }: FigureInput['request']) {
  return { codebook, batch, status, view, coder } satisfies Partial<TableRequest>;
}

/** Which codebook a figure shows that counts nothing. */
export function describeCodebook({ id, version }: Codebook, language: Language): string {
  const name = id || NO_CODEBOOK;
  return language === 'zh' ? `编码框架：${name}（${version}）。` : `Codebook ${name} (${version}).`;
}
