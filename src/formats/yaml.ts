import type { Document, ParsedNode } from 'yaml';
import type { z } from 'zod';
import { UserError } from '../errors.js';
import type { Problem } from '../model/problem.js';
import { loadYaml } from './load-yaml.js';
import { placeOfIssue, problemOfIssue } from './schema-problem.js';

/** The mistakes that a YAML file of a room may hold; all name a path, a place and a problem. */
export type YamlErrorCode =
  | 'code/bad-codebook'
  | 'screen/bad-rules'
  | 'assess/bad-claims'
  | 'recipe/bad-recipe';

type Key = string | number;

/** More aliases than a person would write mean a document that grows without end when read. */
const MAX_ALIASES = 100;

/** What the parser of YAML finds wrong, by its codes. */
const YAML_PROBLEMS: Readonly<Record<string, 'indentation' | 'doubled-key' | 'missing-mark'>> = {
  BAD_INDENT: 'indentation',
  TAB_AS_INDENT: 'indentation',
  BLOCK_AS_IMPLICIT_KEY: 'indentation',
  MULTILINE_IMPLICIT_KEY: 'indentation',
  DUPLICATE_KEY: 'doubled-key',
  MISSING_CHAR: 'missing-mark',
};

/**
 * The content of a YAML file as its schema makes it. Mistakes name file and line as `path` and the place
 * within as `codes[3].parent`.
 * @throws UserError of the given code
 */
export function readYaml<S extends z.ZodType>(
  text: string,
  path: string,
  schema: S,
  code: YamlErrorCode,
): z.output<S> {
  return readYamlLines(text, path, schema, code).content;
}

/** A YAML file as `readYaml` reads it, and the line on which the value under some keys begins. */
export function readYamlLines<S extends z.ZodType>(
  text: string,
  path: string,
  schema: S,
  code: YamlErrorCode,
): { readonly content: z.output<S>; readonly lineOf: (keys: readonly Key[]) => number } {
  const { LineCounter, parseDocument } = loadYaml();
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const fail = (offset: number, place: string, problem: Problem) =>
    new UserError(code, { path: `${path}:${lines.linePos(offset).line}`, place, problem });

  const syntax = document.errors[0];
  if (syntax !== undefined)
    throw fail(syntax.pos[0], '', { kind: YAML_PROBLEMS[syntax.code] ?? 'yaml-syntax' });
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch {
    throw fail(0, '', { kind: 'too-many-aliases' });
  }
  const result = schema.safeParse(content, { reportInput: true });
  if (result.success) {
    return { content: result.data, lineOf: (keys) => lines.linePos(offsetOf(document, keys)).line };
  }
  const [issue] = result.error.issues;
  const keys = (issue?.path ?? []).filter((key): key is Key => typeof key !== 'symbol');
  throw fail(offsetOf(document, keys), placeOfIssue(issue), problemOfIssue(issue));
}

/** Where the value under the keys begins, or the innermost one around it that exists. */
function offsetOf(document: Document.Parsed<ParsedNode>, keys: readonly Key[]): number {
  const { isNode } = loadYaml();
  for (let depth = keys.length; depth >= 0; depth -= 1) {
    const node = depth === 0 ? document.contents : document.getIn(keys.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
