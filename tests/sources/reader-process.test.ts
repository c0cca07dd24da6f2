import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { openReaderProcess, type ReaderProcess } from '../../src/sources/reader-process.js';
import { compiledProgram } from '../compile-sources.js';
import { CAN_LIST_PROCESSES, childrenOf, until } from '../engine/processes.js';
import { encodeText } from '../formats/encode-text.js';
import { line, makePdf } from '../formats/make-pdf.js';
import { rejectionOf } from '../formats/rejection.js';

const PDF = makePdf([{ content: line('脱贫攻坚', 60, 700) }]);

let reader: ReaderProcess | undefined;
afterEach(() => reader?.close());

const open = (limits = {}) => {
  reader = openReaderProcess({ ...DEFAULT_LIMITS, ...limits });
  return reader;
};

describe('a reader process', () => {
  it('reads files of several formats one after another', async () => {
    const { read } = open();
    expect(await read('pdf', 'a.pdf', PDF)).toEqual({
      text: '脱贫攻坚',
      marks: [],
      pagesWithoutText: [],
      unreadable: [],
    });
    expect(await rejectionOf(read('xlsx', 'a.xlsx', Buffer.from('无')))).toMatchObject({
      code: 'import/corrupt-file',
      params: { path: 'a.xlsx' },
    });
    const page = encodeText('<html><body><p>脱贫攻坚</p></body></html>', 'gb18030');
    expect(await read('html', 'a.html', page, 'gb18030')).toMatchObject({ text: '脱贫攻坚' });
    expect(await read('pdf', 'b.pdf', PDF)).toMatchObject({ text: '脱贫攻坚' });
  });

  it('gives up a file that takes too long, and reads the next', async () => {
    const { read } = open({ readerSeconds: 0.01 });
    for (const path of ['a.pdf', 'b.pdf']) {
      expect(await rejectionOf(read('pdf', path, PDF))).toEqual({
        code: 'import/reader-timeout',
        params: { path, seconds: 0.01 },
      });
    }
  });

  it.skipIf(!CAN_LIST_PROCESSES).each([
    ['long before', true],
    ['at the very moment of', false],
  ])('does not blame a file for a process that died idle %s its reading', async (_, isNoticed) => {
    const others = childrenOf();
    const { read } = open();
    await read('pdf', 'a.pdf', PDF);
    const [idle] = childrenOf().filter((pid) => !others.includes(pid));
    process.kill(idle as number, 'SIGKILL');
    if (isNoticed) await until(() => !childrenOf().includes(idle as number));
    expect(await read('pdf', 'b.pdf', PDF)).toMatchObject({ text: '脱贫攻坚' });
  });

  it('gives up a file that takes too much memory', async () => {
    expect(await rejectionOf(open({ readerMegabytes: 20 }).read('pdf', 'a.pdf', PDF))).toEqual({
      code: 'import/reader-crashed',
      params: { path: 'a.pdf', megabytes: 20 },
    });
  });

  it.skipIf(!existsSync('/proc/self/task'))('does not outlive a parent that is killed', async () => {
    const script = `
      import { openReaderProcess } from ${JSON.stringify(join(compiledProgram(), 'dist/sources/reader-process.js'))};
      const limits = ${JSON.stringify(DEFAULT_LIMITS)};
      await openReaderProcess(limits).read('zip', 'a.zip', new Uint8Array(0)).catch(() => {});
      console.log('ready');
    `;
    const parent = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => parent.stdout.once('data', resolve));
    const children = readFileSync(`/proc/${parent.pid}/task/${parent.pid}/children`, 'utf8')
      .trim()
      .split(' ');
    expect(children).toHaveLength(1);
    parent.kill('SIGKILL');
    for (let waited = 0; waited < 50 && isRunning(children[0]); waited += 1) await pause(100);
    expect(isRunning(children[0])).toBe(false);
  });
});

function isRunning(pid = ''): boolean {
  return existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}
