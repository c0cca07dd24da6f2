import { expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { en } from '../../src/messages/en.js';
import { renderError } from '../../src/messages/render-error.js';
import { zh } from '../../src/messages/zh.js';

it('a message with a long text, or with many problems, is cut and says how much is left out', () => {
  const path = '村'.repeat(136_000);
  const long = new UserError('import/empty-file', { path });
  expect(renderError(en, long)).toContain(`${'村'.repeat(1000)}… (135000 characters more)`);
  expect(renderError(zh, long)).toContain('……（下略 135000 字）');
  const problems = Array.from({ length: 5000 }, () => new UserError('import/empty-file', { path: 'a.txt' }));
  const many = renderError(en, new UserError('import/bad-files', { problems, total: 5000 }));
  expect(many.split('\n')).toHaveLength(1 + 200 + 1);
  expect(many).toMatch(/^5000 of 5000 /);
  expect(many).toMatch(/\n {2}and 4800 more like these$/);
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
