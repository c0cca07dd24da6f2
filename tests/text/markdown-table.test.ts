import fc from 'fast-check';
import { marked, type Token, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { writeMarkdownTable } from '../../src/text/markdown-table.js';
import { plainCharacters } from '../../src/text/plain-characters.js';

/** The text of a parsed cell, as a reader sees it, if nothing in it became markup. */
function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'escape') return token['text'] as string;
      // Addresses are linked by readers of their own accord; they read the same.
      if (token.type === 'text' || token.type === 'link') return (token as Tokens.Text).text;
      throw new Error(`${token.type} in a cell: ${token.raw}`);
    })
    .join('');
}

const unescapeHtml = (text: string) =>
  text.replaceAll(
    /&(amp|lt|gt|quot|#39);/g,
    (entity) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' })[entity] ?? "'",
  );

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.stringMatching(/^[\\`*_[\]<>&|~$#+=.!()\-\n 中a1]{0,14}$/),
);

describe('a Markdown table', () => {
  it('keeps its rows where a cell has a line separator of Unicode', () => {
    const tokens = marked.lexer(writeMarkdownTable(['词'], [['a\u2028b\u2029c'], ['']], [false]));
    expect(tokens.map(({ type }) => type)).toEqual(['table']);
    expect((tokens[0] as Tokens.Table).rows.map(([one]) => textOf(one?.tokens ?? []))).toEqual(['a b c', '']);
  });

  it('is read as the same rows of plain text by a parser, whatever stands in the cells', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 }), (rows) => {
        const [table, ...more] = marked.lexer(
          writeMarkdownTable(['词', 'n_new', '频次'], rows, [false, false, true]),
        );
        expect(more.map(({ type }) => type)).toEqual([]);
        const read = (table as Tokens.Table).rows.map((row) =>
          row.map(({ tokens }) => unescapeHtml(textOf(tokens))),
        );
        expect(read).toEqual(rows.map((row) => row.map(seen)));
      }),
    );
  });
});

/** What documents can hold of a text, with blanks as a reader sees them. */
const seen = (text: string) =>
  plainCharacters(text)
    .replaceAll(/[\t\n ]+/g, ' ')
    .trim();
