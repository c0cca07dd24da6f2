import { UserError } from '../errors.js';
import type { Problem } from '../model/problem.js';
import type { Limits } from './limits.js';

/** Attributes of an element by their names without prefix. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** What a reader of XML hears; elements by their names without prefix, always closed in order. */
export interface XmlListener {
  open(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Which part is read, and whether an element that is closed by the end of another is a fault. */
interface XmlToRead {
  readonly path: string;
  readonly format: string;
  readonly limits: Limits;
  readonly isStrict?: boolean;
}

/**
 * Tells the elements of an XML part one by one. No document type is read, so that no entity can multiply.
 * @throws UserError import/corrupt-file, import/over-limit
 */
export async function readXml(
  xml: string,
  { path, format, limits, isStrict = false }: XmlToRead,
  listener: XmlListener,
): Promise<void> {
  const { Parser } = await import('htmlparser2');
  const fail = (problem: Problem) => new UserError('import/corrupt-file', { path, format, problem });
  let depth = 0;
  let isWhole = false;
  let isEnded = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > limits.nesting) {
          throw new UserError('import/over-limit', { path, limit: 'nesting', allowed: limits.nesting });
        }
        listener.open(withoutPrefix(name), withoutPrefixes(attributes));
      },
      onclosetag(name, isImplied) {
        depth -= 1;
        // What closes itself is told as implied, too.
        const isItself = xml[parser.endIndex - 1] === '/';
        if (isImplied && !isItself && isStrict && !isEnded) {
          const line = xml.slice(0, parser.endIndex).split('\n').length;
          throw fail({ kind: 'unclosed', element: withoutPrefix(name), line });
        }
        // What is open at the end of the part is closed by the parser.
        if (depth === 0) isWhole = !isEnded;
        listener.close?.(withoutPrefix(name));
      },
      ontext(text) {
        listener.text?.(text);
      },
      onprocessinginstruction(name) {
        if (name.toLowerCase() === '!doctype') throw fail({ kind: 'document-type' });
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  isEnded = true;
  parser.end();
  if (!isWhole) throw fail({ kind: 'cut-off' });
}

/** Handlers of elements by their names: a map, because elements of a hostile file may be named like members of an object. */
export function elementHandlers<H>(byName: Readonly<Record<string, H>>): ReadonlyMap<string, H> {
  return new Map(Object.entries(byName));
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function withoutPrefixes(attributes: XmlAttributes): XmlAttributes {
  const plain: Record<string, string> = {};
  for (const name in attributes) plain[withoutPrefix(name)] = attributes[name] ?? '';
  return plain;
}
