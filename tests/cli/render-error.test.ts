import { expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { en } from '../../src/messages/en.js';
import { renderError } from '../../src/messages/render-error.js';
import { zh } from '../../src/messages/zh.js';

it('a message with a long text is cut and says how much is left out', () => {
  const path = '村'.repeat(136_000);
  const long = new UserError('import/empty-file', { path });
  expect(renderError(en, long)).toContain(`${'村'.repeat(1000)}… (135000 characters more)`);
  expect(renderError(zh, long)).toContain('……（下略 135000 字）');
});

it('of many problems the first of each kind are told, and how many more there are and where', () => {
  const unknown = (line: number) =>
    new UserError('sheet/row', {
      line,
      problems: [new UserError('sheet/unknown-code', { name: `码${line}`, near: '' })],
    });
  const empty = new UserError('sheet/row', { line: 9, problems: [new UserError('sheet/no-words', {})] });
  const rows = Array.from({ length: 118 }, (_, at) => unknown(at + 10));
  const sheet = { path: '表.xlsx', problems: [...rows.slice(0, 60), empty, ...rows.slice(60)] };
  const lines = renderError(zh, new UserError('sheet/bad-rows', sheet)).split('\n');
  expect(lines[0]).toContain('有 119 行');
  expect(lines.filter((line) => line.includes('没有名为'))).toHaveLength(5);
  expect(lines.find((line) => line.includes('同类'))).toMatch(
    /^ {2}另有 113 条同类问题：第 15 行、第 16 行、.*第 34 行……$/,
  );
  expect(lines.slice(-2)).toEqual(['  第 9 行：', '  这一行没有原文语句。请贴上所编码的语句。']);
  expect(lines).toHaveLength(1 + 5 * 2 + 1 + 2);
  const files = Array.from(
    { length: 51 },
    (_, at) => new UserError('import/empty-file', { path: `${at}.txt` }),
  );
  expect(renderError(en, new UserError('import/bad-files', { problems: files, total: 51 }))).toMatch(
    /^51 of 51 .*\n {2}and 46 more like these: 5\.txt, 6\.txt, .*24\.txt …$/s,
  );
  const fifty = new UserError('import/bad-files', { problems: files.slice(1), total: 50 });
  expect(renderError(en, fifty).split('\n')).toHaveLength(51);
});

it('what the system says of a file is said in the language of the program', () => {
  const failed = (reason: string) => new UserError('files/cannot-write', { path: '表.xlsx', reason });
  expect(renderError(zh, failed('EBUSY: resource busy or locked'))).toBe(
    '表.xlsx：无法写入（EBUSY: 另一个程序正在使用它，请先在那里关闭）。',
  );
  expect(renderError(zh, failed('EACCES: permission denied'))).toContain('（EACCES: 没有权限）');
  expect(renderError(en, failed('EACCES: permission denied'))).toContain('(EACCES: permission denied)');
  expect(renderError(en, failed('EBUSY: resource busy or locked'))).toContain('another program has it open');
  expect(renderError(zh, failed('disk I/O error'))).toContain('（disk I/O error）');
});
