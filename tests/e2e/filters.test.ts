import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { line, makePdf } from '../formats/make-pdf.js';
import { CORPUS, makeProgram, outcomeOf, writeFiles } from './program.js';

const { start, zhagen, folder } = makeProgram();

const TITLES = ['JX01', 'JX02', 'JX03', 'GS01', 'GS02'];
const texts = TITLES.map((id) => readFileSync(join(CORPUS, 'cases', `${id}.txt`), 'utf8'));
const lines = texts.map((text, n) => JSON.stringify({ id: TITLES[n], title: `标题${n}`, text }));
const cwd = writeFiles(folder('filters'), {
  ...Object.fromEntries(TITLES.map((id, n) => [`${id}.txt`, texts[n] ?? ''])),
  'all.jsonl': `${lines.join('\n')}\n`,
});

const rowsOf = (out: string) => out.split('\n').slice(0, -1);
const parsed = (out: string) => rowsOf(out).map((line) => JSON.parse(line) as Record<string, unknown>);

describe('discover', () => {
  const SCORES = [
    ...['word', 'pos', 'score', 'frequency', 'cases', 'cohesion', 'leftEntropy', 'rightEntropy'],
    ...['hmmShare', 'alignment', 'knownAlignment', 'cutsInside', 'beginShare', 'endShare'],
    ...['length', 'inDictionary'],
  ];

  it('writes the same ranked words as a table and as JSON lines, from files and from standard input', async () => {
    const files = TITLES.slice(0, 2).map((id) => `${id}.txt`);
    const tsv = await zhagen(['discover', ...files, '--top', '15'], { cwd });
    expect([tsv.code, tsv.err]).toEqual([0, '']);
    const [header, ...rows] = rowsOf(tsv.out).map((row) => row.split('\t'));
    expect([header, rows.length]).toEqual([SCORES, 15]);
    const jsonl = await zhagen(['discover', ...files, '--top', '15', '--format', 'jsonl'], { cwd });
    expect(parsed(jsonl.out).map((word) => SCORES.map((name) => String(word[name])))).toEqual(rows);
    expect(Object.keys(parsed(jsonl.out)[0] ?? {}).sort()).toEqual([...SCORES].sort());

    const temporary = folder('temporary');
    const piped = await zhagen(['discover', `./${files[0]}`, '-', '--top', '15'], {
      cwd,
      env: { TMPDIR: temporary },
      input: texts[1] ?? '',
    });
    expect(piped.out).toBe(tsv.out);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('heeds its flags', async () => {
    const input = `${'四联五\u200b防管得住，四联五\u200b防人人夸。'.repeat(3)}扶贫车间好，扶贫车间多。`;
    const words = async (...flags: string[]) =>
      parsed((await zhagen(['discover', '--json', ...flags, '-'], { input })).out).map(({ word }) => word);
    const uncleaned = await words('--min-frequency', '2');
    expect(uncleaned).toContain('扶贫车间');
    expect(uncleaned).not.toContain('四联五防');
    const cleaned = await words('--clean');
    expect(cleaned).toContain('四联五防');
    expect(cleaned).not.toContain('扶贫车间');
    expect(await words('--clean', '--max-length', '3')).not.toContain('四联五防');
    const profiles = await Promise.all(
      ['words', 'phrases'].map((profile) => zhagen(['discover', 'JX01.txt', '--profile', profile], { cwd })),
    );
    expect(profiles[0]?.out).not.toBe(profiles[1]?.out);
  });

  it('tells of the pages of a PDF that have no text, unless it is to be quiet', async () => {
    const pages = ['扶贫车间好', '', '扶贫车间多'].map((text) => ({ content: text && line(text, 60, 700) }));
    const args = ['discover', 'scan.pdf', '--min-frequency', '2'];
    const pdf = writeFiles(folder('scan'), { 'scan.pdf': makePdf(pages) });
    const { code, out, err } = await zhagen(args, { cwd: pdf });
    expect(code).toBe(0);
    expect(out).toContain('扶贫车间');
    expect(err).toContain('  scan.pdf: page 2 has no text');
    expect(await zhagen([...args, '--quiet'], { cwd: pdf })).toEqual({ code, out, err: '' });
  });

  it('reads the files of a folder, and ends without a word when its reader closes early', async () => {
    const cases = writeFiles(folder('cases'), { 'a.txt': texts[0] ?? '', 'b/c.txt': texts[1] ?? '' });
    const named = await zhagen(['discover', 'JX01.txt', 'JX02.txt'], { cwd });
    expect(await zhagen(['discover', '.'], { cwd: cases })).toEqual(named);
    const child = start(['discover', '-', '--min-frequency', '2']);
    const ended = once(child, 'close');
    const err = text(child.stderr);
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end(texts.join('\n'));
    expect([await ended, await err]).toEqual([[0, null], '']);
  });

  it.each([
    ['nothing', ['-'], '-: contains no Chinese text'],
    ['a missing file', ['none.txt'], 'none.txt: no such file'],
    [
      'a frequency of one',
      ['-', '--min-frequency', '1'],
      '--min-frequency: must be a whole number, 2 or more.',
    ],
  ])('refuses %s', async (_, args, message) => {
    const { code, out, err } = await zhagen(['discover', ...args], { cwd, input: '' });
    expect([code, out, err]).toEqual([1, '', expect.stringContaining(message)]);
  });
});

describe('keywords', () => {
  it('gives each line its keywords, whatever lines stand around it', async () => {
    const all = await zhagen(['keywords', 'all.jsonl', '--top', '4'], { cwd });
    expect([all.code, all.err]).toEqual([0, '']);
    const rows = rowsOf(all.out);
    expect(parsed(all.out).map(({ id }) => id)).toEqual(TITLES);
    for (const { keywords, ...rest } of parsed(all.out)) {
      expect(Object.keys(rest)).toEqual(['id']);
      expect(keywords).toHaveLength(4);
      for (const keyword of keywords as object[]) {
        expect(Object.keys(keyword)).toEqual(['word', 'pos', 'weight', 'frequency', 'isNew']);
      }
    }
    const shuffled = `\n${[3, 1, 4].map((n) => lines[n]).join('\r\n  \n')}`;
    const some = await zhagen(['keywords', '-', '--top', '4'], { cwd, input: shuffled });
    expect(rowsOf(some.out)).toEqual([3, 1, 4].map((n) => rows[n]));
    const corpus = await zhagen(['keywords', 'all.jsonl', '--top', '4', '--idf', 'corpus'], { cwd });
    expect(parsed(corpus.out).map(({ id }) => id)).toEqual(TITLES);
    expect(corpus.out).not.toBe(all.out);
  });

  it('hands ids back as they came, and none where there was none', async () => {
    const input = '{"id":7,"text":"扶贫车间"}\n{"text":"扶贫车间"}\n{"id":"7","text":"","title":null}\n';
    const { code, out } = await zhagen(['keywords'], { input });
    expect([code, parsed(out).map(({ id }) => id)]).toEqual([0, [7, null, '7']]);
  });

  it.each([
    ['broken JSON', '{"text":"好"}\n\n{"text"\n', '-:3: is not a case ('],
    ['a line without text', '{"id":"a"}\n', '-:1: is not a case ('],
    ['another encoding', Uint8Array.of(0x7b, 0xb7, 0xf6, 0x0a), '-: is not UTF-8'],
  ])('names the line of %s', async (_, input, message) => {
    const { code, err } = await zhagen(['keywords', '-'], { input });
    expect([code, err]).toEqual([1, expect.stringContaining(message)]);
    expect(err).not.toMatch(/^ +at /m);
  });

  it('answers while a slow pipe still brings lines, cut anywhere', async () => {
    const child = start(['keywords', '-']);
    const outcome = outcomeOf(child);
    const answered = new Promise((resolve) => child.stdout.once('data', resolve));
    const bytes = Buffer.from(`${lines[0]}\n${lines[1]}\n`);
    const cut = bytes.indexOf('}') + 5;
    child.stdin.write(bytes.subarray(0, cut));
    await answered;
    for (let at = cut; at < bytes.length; at += 1001) {
      child.stdin.write(bytes.subarray(at, at + 1001));
      await sleep(5);
    }
    child.stdin.end();
    const { code, out } = await outcome;
    expect([code, parsed(out).map(({ id }) => id)]).toEqual([0, TITLES.slice(0, 2)]);
  });
});

describe('a reader that closes early', () => {
  it.each([
    ['keywords', ['keywords', '-']],
    ['discover', ['discover', '-', '--min-frequency', '2']],
  ])('ends %s without a word', async (_, args) => {
    const child = start(args);
    const ended = once(child, 'close');
    const err = text(child.stderr);
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.on('error', () => {});
    child.stdin.end(`${lines.join('\n')}\n`.repeat(8));
    expect([await ended, await err]).toEqual([[0, null], '']);
  });
});
