import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const CONTENT = 'http://schemas.openxmlformats.org/package/2006/content-types';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A zip of texts by their names. */
export function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** A Word document with the given XML as its body, and further parts (footnotes, numbering …) by their types. */
export function docxOf(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const root = (name: string, xml: string) =>
    `<?xml version="1.0"?><w:${name} xmlns:w="${WORD}"${xml === '' ? '/>' : `>${xml}</w:${name}>`}`;
  return zipOf({
    '_rels/.rels': relationships({ officeDocument: 'word/document.xml' }),
    'word/_rels/document.xml.rels': relationships(
      Object.fromEntries(Object.keys(parts).map((type) => [type, `${type}.xml`])),
    ),
    'word/document.xml': root('document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(Object.entries(parts).map(([type, xml]) => [`word/${type}.xml`, root(type, xml)])),
  });
}

/** A Word document with a further part, which its text refers to by the id of a relationship. */
export function withPart(
  docx: Uint8Array,
  { id, name, text }: { readonly id: string; readonly name: string; readonly text: string },
): Uint8Array {
  const parts = unzipSync(docx);
  const links = 'word/_rels/document.xml.rels';
  const xml = strFromU8(parts[links] as Uint8Array).replace(
    '</Relationships>',
    `<Relationship Id="${id}" Type="${TYPES}/${id}" Target="${name}"/></Relationships>`,
  );
  return zipSync({ ...parts, [links]: strToU8(xml), [`word/${name}`]: strToU8(text) });
}

/** A paragraph of runs, one for each text, after the given properties. */
export function paragraph(texts: string | readonly string[], properties = ''): string {
  const runs = [texts].flat().map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`);
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs.join('')}</w:p>`;
}

/** A workbook of one sheet with the given rows; its names may be those of another standard, or have a prefix. */
export function sheetPackage(
  rows: string,
  { main = SHEET, types = TYPES }: { readonly main?: string; readonly types?: string } = {},
  prefix = '',
): Uint8Array {
  const named = (xml: string) => (prefix ? xml.replaceAll(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}:`) : xml);
  const xmlns = `xmlns${prefix ? `:${prefix}` : ''}="${main}"`;
  const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = { workbook: 'sheet.main', 'worksheets/sheet1': 'worksheet' };
  const overrides = Object.entries(parts).map(
    ([part, type]) => `<Override PartName="/xl/${part}.xml" ContentType="${content}.${type}+xml"/>`,
  );
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${CONTENT}">${overrides.join('')}</Types>`,
    '_rels/.rels': relationships({ officeDocument: 'xl/workbook.xml' }, types),
    'xl/_rels/workbook.xml.rels': relationships({ worksheet: 'worksheets/sheet1.xml' }, types),
    'xl/workbook.xml': named(
      `<workbook ${xmlns} xmlns:r="${types}"><sheets><sheet name="一" sheetId="1" r:id="r0"/></sheets></workbook>`,
    ),
    'xl/worksheets/sheet1.xml': named(`<worksheet ${xmlns}><sheetData>${rows}</sheetData></worksheet>`),
  });
}

function relationships(targets: Readonly<Record<string, string>>, types = TYPES): string {
  const each = Object.entries(targets).map(
    ([type, target], at) => `<Relationship Id="r${at}" Type="${types}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${RELATIONSHIPS}">${each.join('')}</Relationships>`;
}
