import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.js';
import { openCaseNames } from '../../../src/stages/import/case-names.js';

/** A project that takes in batches of sources and remembers what its cases were read from. */
function project() {
  const known = new Map<string, string>();
  return {
    known,
    /** The ids that the sources of a batch get, by source, and which of them are told to share a name. */
    take: (sources: readonly string[], given: Readonly<Record<string, string>> = {}) => {
      const names = openCaseNames((id) => known.get(id));
      const ids = sources.map((source) => {
        const id = given[source] ?? names.propose({ source });
        names.take(id, source);
        return [source, id] as const;
      });
      for (const [source, id] of ids) known.set(id, source);
      return { ids: Object.fromEntries(ids), told: names.sameNames().map(({ id }) => id) };
    },
  };
}

const PATH = fc
  .tuple(fc.constantFrom('a', 'b', 'x/a'), fc.constantFrom('.txt', '.pdf', '.docx', '.csv#2'))
  .map((parts) => parts.join(''));

describe('the names of cases', () => {
  it('leave out the extension but where another file came first', () => {
    const { ids, told } = project().take(['a.docx', 'a.pdf', 'b.pdf', 't.csv#2', 't.xlsx#2', 'x/a.pdf']);
    expect(ids).toEqual({
      'a.docx': 'a',
      'a.pdf': 'a.pdf',
      'b.pdf': 'b',
      't.csv#2': 't#2',
      't.xlsx#2': 't.xlsx#2',
      'x/a.pdf': 'x/a',
    });
    expect(told).toEqual(['a.pdf', 't.xlsx#2']);
  });

  it('are the same in a later batch, alone or together with the first file', () => {
    const { take } = project();
    expect(take(['a.docx']).ids).toEqual({ 'a.docx': 'a' });
    expect(take(['a.pdf'])).toEqual({ ids: { 'a.pdf': 'a.pdf' }, told: ['a.pdf'] });
    expect(take(['a.docx', 'a.pdf']).ids).toEqual({ 'a.docx': 'a', 'a.pdf': 'a.pdf' });
  });

  it('let a person make a file the new version of a case', () => {
    const { take } = project();
    take(['a.docx', 'a.pdf']);
    take(['a.md'], { 'a.md': 'a' });
    expect(take(['a.md', 'a.pdf']).ids).toEqual({ 'a.md': 'a', 'a.pdf': 'a.pdf' });
    const named = project();
    named.take(['report.docx'], { 'report.docx': 'a' });
    expect(named.take(['a.pdf'])).toEqual({ ids: { 'a.pdf': 'a' }, told: [] });
  });

  it('stay with their files whatever the batches, and never make a version of one out of another', () => {
    fc.assert(
      fc.property(fc.array(PATH), (sources) => {
        const { take, known } = project();
        const names = new Map<string, string>();
        for (const source of sources) {
          const { ids } = take([source]);
          expect(names.get(source) ?? ids[source]).toBe(ids[source]);
          names.set(source, ids[source] ?? '');
        }
        expect([...known.values()].sort()).toEqual([...names.keys()].sort());
      }),
    );
  });

  it('tell when a whole path, too, is the id of another file', () => {
    const { take } = project();
    take(['a.docx', 'a.pdf.txt']);
    expect(() => take(['a.pdf'])).toThrow(UserError);
    expect(project().take(['a.docx', 'a.pdf', 'a.pdf.txt']).ids['a.pdf.txt']).toBe('a.pdf.txt');
  });
});
