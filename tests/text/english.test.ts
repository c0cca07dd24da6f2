import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { english } from '../../src/text/english.js';

it('a number one has its noun in the singular, and what is said of the noun', () => {
  const [one, two, none] = [1, 2, 0];
  expect(english`${one} cases, ${two} codes and ${one} references`).toBe('1 case, 2 codes and 1 reference');
  expect(english`${one} other cases are hidden, ${two} other cases are not`).toBe(
    '1 other case is hidden, 2 other cases are not',
  );
  expect(english`${one} batches, ${one} entries, ${one} passes, ${none} codes`).toBe(
    '1 batch, 1 entry, 1 pass, 0 codes',
  );
  expect(english`${one} of ${two} cases; ${one} of your cases is done; ${one} is left as it was`).toBe(
    '1 of 2 cases; 1 of your cases is done; 1 is left as it was',
  );
  expect(english`all ${'1'} words, ${'1,001'} words`).toBe('all 1 word, 1,001 words');
});

const NOUNS =
  'assignments|attributes|batches|bytes|candidates|cases|cells|characters|codebooks|coders|codes|codings|columns|comments|' +
  'decisions|documents|files|groups|hits|ids|keywords|levels|lines|marks|memos|occurrences|pages|pairs|paragraphs|passages|' +
  'places|proposals|ranks|references|regions|relations|resamples|rows|runs|seconds|sentences|statements|steps|texts|times|units|' +
  'values|verdicts|words';
const COUNTED = new RegExp(
  `^ (?:(?!(?:of|in|with|and|has|lacks|shows|needs|when)\\b)[a-z-]+ ){0,2}(?:${NOUNS})\\b`,
);

/** The places of a file at which a number is written before a noun that is in the plural whatever the number is. */
function numbersWithPlural(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const walk = (node: ts.Node) => {
    if (ts.isTemplateExpression(node) && !ts.isTaggedTemplateExpression(node.parent)) {
      for (const { expression, literal } of node.templateSpans) {
        const isNumber = ts.isIdentifier(expression) || ts.isPropertyAccessExpression(expression);
        if (isNumber && COUNTED.test(literal.text))
          found.push(`${path}: \${${expression.getText()}}${literal.text.slice(0, 30)}`);
      }
    }
    ts.forEachChild(node, walk);
  };
  walk(file);
  return found;
}

it('every English text with a number before a noun is written so', () => {
  const paths = ['cli', 'messages', 'report', 'text', 'web', 'workflow'].flatMap((folder) =>
    readdirSync(join('src', folder), { recursive: true, encoding: 'utf8' }).flatMap((name) =>
      name.endsWith('.ts') ? join('src', folder, name) : [],
    ),
  );
  expect(paths.flatMap(numbersWithPlural)).toEqual([]);
});
