import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { readApiPage } from '../api-page.js';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'tests/api-page-program.ts');

it('the examples of docs/api.md compile in a strict program', () => {
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      module: 'nodenext',
      target: 'es2023',
      types: ['node'],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: true,
      noEmit: true,
      paths: { zhagen: [join(ROOT, 'src/index.ts')] },
    },
    ROOT,
  );
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  // The program exists in the page alone.
  host.fileExists = (path) => path === PAGE || fileExists(path);
  host.getSourceFile = (path, ...rest) =>
    path === PAGE
      ? ts.createSourceFile(path, readApiPage().program, rest[0], true)
      : getSourceFile(path, ...rest);
  const checked = ts.createProgram([PAGE], options, host);
  const page = checked.getSourceFile(PAGE);
  const faults = [...checked.getSyntacticDiagnostics(page), ...checked.getSemanticDiagnostics(page)];
  expect(
    faults.map(({ messageText, start }) =>
      [ts.flattenDiagnosticMessageText(messageText, '\n'), page?.text.slice(start, (start ?? 0) + 60)].join(
        ' at ',
      ),
    ),
  ).toEqual([]);
});
