import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openCodebook } from '../../../src/sources/open-codebook.js';
import { exportCodebook } from '../../../src/workflow/export-codebook.js';

/** The texts of a Word document, paragraph by paragraph. */
function paragraphsOf(data: string | Uint8Array): string[] {
  const xml = strFromU8(unzipSync(data as Uint8Array)['word/document.xml'] as Uint8Array);
  return xml.split('</w:p>').map((part) =>
    (part.match(/<w:t[ >][^<]*/g) ?? [])
      .join('')
      .replaceAll(/<w:t[^>]*>/g, '')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&'),
  );
}

describe('a codebook as a Word document', () => {
  it('has every code with its level and definition, in either language', async () => {
    const { codes } = (await openCodebook('six-pillars')).framework.codebook;
    const chinese = paragraphsOf((await exportCodebook('six-pillars', 'docx')).data);
    const english = paragraphsOf((await exportCodebook('six-pillars', 'docx', 'en')).data);
    for (const { label, definition } of codes) {
      expect(chinese).toEqual(expect.arrayContaining([label.zh, definition]));
      expect(english).toContain(label.en);
    }
    expect(chinese).not.toContain('不包括');
    expect(english).toContain('Definition');
  });

  it('has the same bytes each time', async () => {
    const [one, two] = [
      await exportCodebook('six-pillars', 'docx'),
      await exportCodebook('six-pillars', 'docx'),
    ];
    expect(one.data).toEqual(two.data);
  });
});
