import type { Codebook } from '../../model/codebook.js';
import { codeElements, setElements } from './codebook-elements.js';
import { writeCodes, writeSets } from './write-elements.js';

const NAMESPACE = 'urn:QDA-XML:codebook:1.0';

/**
 * A codebook as REFI-QDA 1.0 `.qdc`: codes that hold others are not codable; each level is
 * a set, the codebook itself another. GUIDs come from the ids, so that the same codebook gives the same bytes.
 */
export function writeQdc(codebook: Codebook): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<CodeBook xmlns="${NAMESPACE}" origin="zhagen">`,
    ...writeCodes(codeElements(codebook), '  '),
    ...writeSets(setElements(codebook), '  ', 'guid'),
    '</CodeBook>',
    '',
  ].join('\n');
}
