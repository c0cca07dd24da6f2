import { UserError } from '../../errors.js';
import { peekPart } from '../../sources/read-part.js';

/**
 * Compares a part as it lies in the work folder with the receipt that its worker gave to Spark.
 * @throws UserError spark/part-missing, spark/other-receipt, spark/other-version
 */
export function checkPart(path: string, part: number, given: string, toolVersion: string): void {
  const { sha256 } = JSON.parse(given) as { readonly sha256: string };
  const found = peek(path, part);
  if (found.sha256 !== sha256) throw new UserError('spark/other-receipt', { part, path });
  const { toolVersion: other } = found.head;
  if (other !== toolVersion) throw new UserError('spark/other-version', { part, other, own: toolVersion });
}

function peek(path: string, part: number) {
  try {
    return peekPart(path);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (/^parts\//.test(error.code)) throw new UserError('spark/other-receipt', { part, path });
    throw new UserError('spark/part-missing', { part, path });
  }
}
