import { describe, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { readXlsx } from '../../src/formats/xlsx.js';
import { expectNoHarm } from '../formats/fuzz.js';
import { readTestPdf } from '../formats/read-pdf.js';
import { readZip } from '../formats/read-zip.js';
import { SAMPLE_FILES, SAMPLE_SHEET, withSheet } from '../formats/sample-files.js';

const CASES = 2_000;

describe('broken files give text or a UserError', () => {
  it('PDF', () => expectNoHarm(readTestPdf, SAMPLE_FILES.pdf, CASES));
  it('Excel', () =>
    expectNoHarm((bytes) => readXlsx('a.xlsx', bytes, DEFAULT_LIMITS), SAMPLE_FILES.xlsx, CASES));
  it('parts of Excel files', () =>
    expectNoHarm(
      (sheet) => readXlsx('a.xlsx', withSheet(sheet), DEFAULT_LIMITS),
      [Buffer.from(SAMPLE_SHEET)],
      CASES,
    ));
  it('zip', () => expectNoHarm((bytes) => readZip('a.zip', bytes, DEFAULT_LIMITS), SAMPLE_FILES.zip, CASES));
});
