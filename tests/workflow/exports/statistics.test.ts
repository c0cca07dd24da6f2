import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/formats/csv.js';
import { openStore } from '../../../src/store/open.js';
import { exportDataset } from '../../../src/workflow/export-dataset.js';
import { contextOf, makeFolder } from '../project.js';
import { CASE_IDS, CODE_LABELS, hostileProject } from './hostile-project.js';
import { noteMissing, PSPP, PYREADSTAT, runPython } from './statistics-programs.js';

const folder = makeFolder();
const pathTo = (format: string, name: string) => join(folder.path, format, name);
const textOf = (format: string, name: string) => readFileSync(pathTo(format, name), 'utf8');
const rowsIn = (format: string, name: string) =>
  readCsv(textOf(format, name), name).rows.map(({ values }) => values);

const store = openStore(await hostileProject(), { mode: 'read' });
const exportAs = (format: 'spss' | 'stata') =>
  exportDataset(contextOf(store), { format, out: pathTo(format, '') });
const written = { spss: await exportAs('spss'), stata: await exportAs('stata') };
store.close();

const inOneLine = (text: string) => text.replaceAll('\n', ' ');

const READ = `
import json, sys, pyreadstat
out = {}
for name in ("codings", "cases"):
    frame, meta = pyreadstat.read_sav(f"{sys.argv[1]}/{name}.sav")
    out[name] = {
        "rows": json.loads(frame.to_json(orient="records")),
        "labels": meta.column_names_to_labels,
        "values": meta.variable_value_labels,
        "measure": meta.variable_measure,
    }
print(json.dumps(out))
`;

interface Saved {
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
  readonly labels: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly measure: Readonly<Record<string, string>>;
}

noteMissing({ pspp: PSPP, pyreadstat: PYREADSTAT });

describe.skipIf(!PSPP)('spss, as PSPP runs it', () => {
  const run = (name: string) =>
    execFileSync('pspp', [`${name}.sps`], { cwd: pathTo('spss', ''), encoding: 'utf8' });

  it('runs without a warning, and prints nothing that a label would have asked for', () => {
    expect([run('codings'), run('cases')]).toEqual(['', '']);
    expect(readdirSync(pathTo('spss', ''))).toEqual(expect.arrayContaining(['codings.sav', 'cases.sav']));
  });

  it.skipIf(!PYREADSTAT)('saves what was exported, as pyreadstat reads it', () => {
    run('codings');
    run('cases');
    const { codings, cases } = runPython(READ, pathTo('spss', '')) as Record<'codings' | 'cases', Saved>;
    expect(cases.rows.map((row) => row['案例'])).toEqual([...CASE_IDS].sort());
    expect(cases.rows.map((row) => row['标题'])).toEqual([...CASE_IDS].sort().map((id) => `=案例${id}`));
    expect(new Map(cases.rows.map((row) => [row['案例'], row['人口']])).get('01')).toBe(-3.5);
    expect(cases.rows[0]).not.toHaveProperty('AND');
    for (const [name, label] of Object.entries(cases.labels)) {
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(64);
      expect(Buffer.byteLength(label)).toBeLessThanOrEqual(256);
    }
    expect(Object.values(cases.labels)).toEqual(
      expect.arrayContaining([
        CODE_LABELS['quotes'],
        CODE_LABELS['macros'],
        inOneLine(CODE_LABELS['lines'] ?? ''),
      ]),
    );
    const names = rowsIn('spss', 'values.csv').filter((row) => row['变量名'] === '开放式编码');
    for (const { 取值, 说明 } of names) {
      expect(inOneLine(说明 ?? '')).toContain(codings.values['开放式编码']?.[`${取值}.0`] ?? 'no label');
    }
    expect(names.map((row) => row['说明'])).toEqual(Object.values(CODE_LABELS));
    const quotes = codings.rows.map((row) => row['原文']);
    expect(quotes).toEqual(rowsIn('spss', 'codings.csv').map((row) => row['原文']));
    expect(quotes.some((quote) => String(quote).includes('"成效"'))).toBe(true);
    expect(codings.measure).toMatchObject({ 案例: 'nominal', 起始字符: 'scale', 开放式编码: 'nominal' });
  });
});

describe('spss syntax', () => {
  const COMMAND = /^(?:\* |PRESERVE|SET |GET DATA|RESTORE|IF |VARIABLE |VALUE LABELS|EXECUTE|SAVE )/u;

  it('has no line that begins a command of a label, and none that is too long', () => {
    for (const name of ['codings.sps', 'cases.sps']) {
      const lines = textOf('spss', name).replace('\ufeff', '').trimEnd().split('\n');
      expect(lines.filter((line) => !line.startsWith('  ') && !COMMAND.test(line))).toEqual([]);
      expect(lines.filter((line) => Buffer.byteLength(line) > 256)).toEqual([]);
      // A command ends at the last point of its last line; within one no line ends so.
      const ends = lines.flatMap((line, at) => (line.endsWith('.') ? [lines[at + 1] ?? '* '] : []));
      expect(ends.filter((next) => !COMMAND.test(next))).toEqual([]);
    }
  });

  it('lists what every name and value stands for, and says what was cut', () => {
    const names = rowsIn('spss', 'names.csv').filter((row) => row['数据文件'] === 'cases.csv');
    const nameOf = (label: string) => names.find((row) => row['说明'] === label)?.['变量名'];
    expect(nameOf('AND')).toBe('AND_2');
    expect(nameOf('and')).toBe('and_3');
    expect(nameOf('2020年')).toBe('v_2020年');
    expect(nameOf(CODE_LABELS['long-one'] ?? '')).toBe('公共服务均等化'.repeat(3));
    expect(nameOf(CODE_LABELS['long-two'] ?? '')).toBe(`${'公共服务均等化'.repeat(3).slice(0, 20)}_2`);
    expect(nameOf(`${CODE_LABELS['long-two']}：编码参考点数`)).toBe(
      `${'公共服务均等化'.repeat(3).slice(0, 20)}_2_n`,
    );
    expect(written.spss.notes.map(({ kind }) => kind)).toContain('labels-cut');
  });
});

describe('stata', () => {
  const lines = ['codings.do', 'cases.do'].flatMap((name) => textOf('stata', name).trimEnd().split('\n'));

  it('has a command a line, whose texts end where they should and call nothing', () => {
    const LINE =
      /^(?:\* [^`$"/\\]*|version 14|import delimited using "\w+\.csv", [^`$]*|rename v\d+ [\p{L}\p{N}_]+|replace [\p{L}\p{N}_]+ = usubstr\([\p{L}\p{N}_]+, 2, \.\) if ustrregexm\([^`$]*\)|destring [\p{L}\p{N}_]+, replace|label variable [\p{L}\p{N}_]+ "[^"`$\\]*"|label define values\d+ \d+ "[^"`$\\]*", add|label values [\p{L}\p{N}_]+ values\d+|compress|save "\w+\.dta", replace)$/u;
    expect(lines.filter((line) => !LINE.test(line))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('label ') && /\/\*|\/\/|\*\//.test(line))).toEqual([]);
    expect(lines.some((line) => line.includes('｀macro'))).toBe(true);
  });

  it('names variables with at most 32 characters, and reads ids as texts', () => {
    const names = rowsIn('stata', 'names.csv').map((row) => row['变量名'] ?? '');
    expect(names.filter((name) => [...name].length > 32)).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['AND', 'and_2', 'and_2_n']));
    expect(lines.filter((line) => line === 'destring 案例, replace')).toEqual([]);
    expect(lines).toContain('destring 人口, replace');
  });
});
