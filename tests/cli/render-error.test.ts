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
