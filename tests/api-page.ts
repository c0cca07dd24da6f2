import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '..');
const BLOCK = /^```ts\n(.*?)^```$/gms;

/** The public API as its own file says it: the names of what it exports, and the files that they come from. */
export interface PublicApi {
  /** Where each value is declared, by name. */
  readonly values: ReadonlyMap<string, string>;
  readonly types: ReadonlySet<string>;
}

/** The page about the API: its prose, and its examples as one program. */
export function readApiPage(): { readonly prose: string; readonly program: string } {
  const page = readFileSync(join(ROOT, 'docs/api.md'), 'utf8');
  const blocks = [...page.matchAll(BLOCK)].map(([, block = '']) => block);
  return { prose: page.replaceAll(BLOCK, ''), program: blocks.join('\n') };
}

/** Reads what `src/index.ts` exports. */
export function readPublicApi(): PublicApi {
  const values = new Map<string, string>();
  const types = new Set<string>();
  for (const statement of parseSource('src/index.ts').statements) {
    if (!ts.isExportDeclaration(statement) || !statement.exportClause) continue;
    const from = (statement.moduleSpecifier as ts.StringLiteral).text;
    for (const { name, isTypeOnly } of (statement.exportClause as ts.NamedExports).elements) {
      if (statement.isTypeOnly || isTypeOnly) types.add(name.text);
      else values.set(name.text, join('src', from).replace(/js$/, 'ts'));
    }
  }
  return { values, types };
}

/** The types in the signature of a function, without its type parameters: their names, and where it has them from. */
export function typesInSignature(path: string, name: string): { name: string; from: string }[] {
  const found = new Map<string, string>();
  const { statements } = parseSource(path);
  const imported = new Map(statements.filter(ts.isImportDeclaration).flatMap((one) => importsOf(path, one)));
  for (const one of statements) {
    if (!ts.isFunctionDeclaration(one) || one.name?.text !== name) continue;
    const own = new Set(one.typeParameters?.map((parameter) => parameter.name.text));
    const visit = (node: ts.Node): void => {
      const type = ts.isTypeReferenceNode(node) ? node.typeName.getText() : undefined;
      if (type !== undefined && !own.has(type)) found.set(type, imported.get(type) ?? path);
      node.forEachChild(visit);
    };
    for (const part of [...one.parameters, ...(one.type ? [one.type] : [])]) visit(part);
  }
  return Array.from(found, ([type, from]) => ({ name: type, from }));
}

function importsOf(
  path: string,
  { importClause, moduleSpecifier }: ts.ImportDeclaration,
): [string, string][] {
  const names = importClause?.namedBindings;
  if (!names || !ts.isNamedImports(names)) return [];
  const from = join(dirname(path), (moduleSpecifier as ts.StringLiteral).text).replace(/js$/, 'ts');
  return names.elements.map((one) => [one.name.text, from]);
}

function parseSource(path: string): ts.SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}
