import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeProgram } from './program.js';

const { zhagen, folder } = makeProgram();
const TEXT = '合作社把扶贫车间办到村口，老人就近上工。';

describe('files and names as people have them', () => {
  it('are imported and found: an id with a dash, beside what Word and Windows leave', async () => {
    const cwd = folder('dash');
    mkdirSync(join(cwd, '案例'));
    for (const name of ['-副本.txt', '~$甲.docx', 'Thumbs.db', 'desktop.ini'])
      writeFileSync(join(cwd, '案例', name), TEXT);
    expect((await zhagen(['import', '案例'], { cwd })).code).toBe(0);
    const shown = await zhagen(['cases', 'show', '--', '-副本'], { cwd });
    expect([shown.code, shown.out]).toEqual([0, expect.stringContaining('扶贫车间')]);
    expect((await zhagen(['cases', '--json'], { cwd })).out).not.toContain('Thumbs');
  });

  it('may have columns that are named like members of objects', async () => {
    const cwd = folder('members');
    writeFileSync(join(cwd, 'a.csv'), `id,text,constructor,toString,__proto__\na,${TEXT},v,w,x\n`);
    writeFileSync(
      join(cwd, 'b.jsonl'),
      `{"id":"b","text":"${TEXT}二","constructor":"v2","__proto__":"x2"}\n`,
    );
    const imported = await zhagen(['import', 'a.csv', 'b.jsonl'], { cwd });
    expect([imported.code, imported.err]).toEqual([0, expect.any(String)]);
    const attributes = async (id: string) =>
      Object.entries(
        (JSON.parse((await zhagen(['cases', 'show', id, '--json'], { cwd })).out) as { attributes: object })
          .attributes,
      );
    expect(await attributes('a')).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'v'],
      ['toString', 'w'],
    ]);
    expect(await attributes('b')).toEqual([
      ['__proto__', 'x2'],
      ['constructor', 'v2'],
    ]);
    const limit = await zhagen(['import', 'a.csv', '--limit', 'toString=3'], { cwd });
    expect([limit.code, limit.err]).toEqual([1, expect.stringContaining('toString')]);
  });

  it('end with a short message when they are no cases, and change nothing', async () => {
    const cwd = folder('bad');
    writeFileSync(join(cwd, 'deep.jsonl'), `{"text":"${TEXT}","a":${'['.repeat(9000)}${']'.repeat(9000)}}\n`);
    writeFileSync(join(cwd, 'half.jsonl'), `{"id":"a\\ud800","text":"${TEXT}"}\n`);
    writeFileSync(join(cwd, 'long.csv'), `id,text\n${'长'.repeat(200_000)}\n`);
    for (const name of ['deep.jsonl', 'half.jsonl', 'long.csv']) {
      const { code, err } = await zhagen(['import', name], { cwd });
      expect([code, err.length < 3000, err.includes(name)]).toEqual([1, true, true]);
    }
  });
});
