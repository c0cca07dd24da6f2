import { UserError } from '../errors.js';
import type { Problem } from '../model/problem.js';
import type { DocumentText } from './document-text.js';
import { readHtml } from './html.js';
import type { Limits } from './limits.js';

interface MimePart {
  /** Headers by their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

const FORMAT = 'MHTML';
const DEEPEST = 5;

/**
 * The main text of a web page that a browser saved as one file; its other parts (pictures, styles, frames) are
 * not read.
 * @throws UserError import/corrupt-file, and those of `readHtml`
 */
export async function readMhtml(
  path: string,
  bytes: Uint8Array,
  limits: Limits,
  encoding?: string,
): Promise<DocumentText & { readonly encoding: string }> {
  if (bytes.length > limits.pageBytes) {
    throw new UserError('import/over-limit', { path, limit: 'pageBytes', allowed: limits.pageBytes });
  }
  const fail = (problem: Problem) => new UserError('import/corrupt-file', { path, format: FORMAT, problem });
  // Each byte as one character, because every part is encoded in its own way.
  const page = pageIn(readPart(Buffer.from(bytes).toString('latin1')), 0);
  if (page === undefined) throw fail({ kind: 'no-web-page' });
  const html = decodeBody(page);
  if (html === undefined) throw fail({ kind: 'damaged', part: 'base64' });
  return readHtml(path, html, limits, encoding, parameter(page, 'charset'));
}

/** The part that is the page: the one that the container names as its start, else the first in HTML. */
function pageIn(part: MimePart, depth: number): MimePart | undefined {
  const type = part.headers.get('content-type') ?? '';
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) return part;
  const boundary = parameter(part, 'boundary');
  if (!/^\s*multipart\//i.test(type) || !boundary || depth === DEEPEST) return undefined;
  const parts = partsOf(part.body, boundary).map(readPart);
  const start = parameter(part, 'start');
  const first = parts.find(
    ({ headers }) => start !== undefined && headers.get('content-id')?.trim() === start,
  );
  for (const candidate of first === undefined ? parts : [first, ...parts]) {
    const page = pageIn(candidate, depth + 1);
    if (page !== undefined) return page;
  }
  return undefined;
}

function partsOf(body: string, boundary: string): string[] {
  const parts: string[] = [];
  let start: number | undefined;
  const marker = `--${boundary}`;
  for (let at = body.indexOf(marker); at !== -1; at = body.indexOf(marker, at + marker.length)) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    if (start !== undefined) parts.push(body.slice(start, at).replace(/\r?\n$/, ''));
    if (body.startsWith('--', at + marker.length)) return parts;
    const lineEnd = body.indexOf('\n', at);
    start = lineEnd === -1 ? body.length : lineEnd + 1;
  }
  return parts;
}

function readPart(source: string): MimePart {
  const blank = /\r?\n\r?\n/.exec(source);
  const end = blank === null ? source.length : blank.index;
  const headers = new Map<string, string>();
  for (const line of source
    .slice(0, end)
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: blank === null ? '' : source.slice(end + blank[0].length) };
}

function parameter({ headers }: MimePart, name: string): string | undefined {
  const type = headers.get('content-type') ?? '';
  const [, quoted, plain] = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(type) ?? [];
  return quoted ?? plain;
}

function decodeBody({ headers, body }: MimePart): Uint8Array | undefined {
  const transfer = headers.get('content-transfer-encoding')?.toLowerCase();
  if (transfer === 'base64') return decodeBase64(body);
  return Buffer.from(transfer === 'quoted-printable' ? decodeQuotedPrintable(body) : body, 'latin1');
}

function decodeBase64(body: string): Uint8Array | undefined {
  const digits = body.replaceAll(/\s/g, '');
  return /[^A-Za-z0-9+/=]/.test(digits) ? undefined : Buffer.from(digits, 'base64');
}

function decodeQuotedPrintable(body: string): string {
  return body
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll('=\n', '')
    .replaceAll(/=([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
