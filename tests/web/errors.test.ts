import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { loadMessages } from '../../src/messages/load-messages.js';
import { renderErrorInPage } from '../../src/messages/render-error-in-page.js';
import { makeDecision } from '../store/sample-project.js';

const zh = await loadMessages('zh');
const en = await loadMessages('en');
const inChinese = (error: UserError) => renderErrorInPage(zh, error, 'zh');
const inEnglish = (error: UserError) => renderErrorInPage(en, error, 'en');

describe('the message of an error in the page', () => {
  it('leads to the page where one does what a command does', () => {
    const missing = new UserError('store/missing-database', { path: '/家/study.db' });
    expect(inChinese(missing)).toBe('/家/study.db：这里没有项目。请到“项目”页。');
    expect(inEnglish(missing)).not.toMatch(/zhagen import|--db/);
    expect(inEnglish(missing)).toMatch(/study\.db.*Go to the page “Projects”\./);
    const unmined = new UserError('screen/not-mined', { database: 'a.db' });
    expect(inChinese(unmined)).toBe('a.db：还没有挖掘。请到“概览”页。');
    expect(inEnglish(unmined)).toMatch(/Go to the page “Overview”\.$/);
    const nothing = new UserError('decide/nothing-to-undo', { coder: '左' });
    expect(inChinese(nothing)).toBe('左 没有可撤销的决定。请到“历史”页。');
    expect(inEnglish(nothing)).not.toContain('zhagen');
    const unwritable = new UserError('store/read-only', { path: 'a.db' });
    expect(inChinese(unwritable)).toMatch(
      /^a\.db：没有写入权限。请检查文件及其所在文件夹的权限。请到“项目”页。$/,
    );
  });

  it('leads nobody to the page on which they are', () => {
    const missing = new UserError('store/missing-database', { path: '/家/study.db' });
    expect(renderErrorInPage(zh, missing, 'zh', 'start')).toBe('/家/study.db：这里没有项目。');
    expect(renderErrorInPage(en, missing, 'en', 'start')).not.toContain('Go to');
    expect(renderErrorInPage(zh, missing, 'zh', 'tables')).toMatch(/请到“项目”页。$/);
  });

  it('keeps what a sentence says before it leads to a command', () => {
    const apart = new UserError('agree/nothing-in-common', { coders: '王, 李', unit: 'sentence' });
    expect(inChinese(apart)).toMatch(/须编码者声明已编完该案例才算其判断。请到“案例”页。$/);
    expect(inEnglish(apart)).toMatch(/is done with the case\. Go to the page “Cases”\.$/);
  });

  it('lists what depends on a decision in the words of the history', () => {
    const [undone, ...later] = ['add', 'fold', 'drop'].map((kind, at) => ({
      ...makeDecision(at + 1, '李', kind as 'add', '面子账'),
      before: null,
      undoes: null,
    }));
    const blocked = new UserError('decide/undo-blocked', { undone: undone ? [undone] : [], later });
    expect(inChinese(blocked).split('\n')).toEqual([
      '以下决定不能撤销：',
      '  补充 面子账（李）',
      '后来的这些决定以它为前提：',
      '  并入 面子账（李）',
      '  剔除 面子账（李）',
      '请先由各自的编码者撤销这些后来的决定。请到“历史”页。',
    ]);
    expect(inEnglish(blocked)).toMatch(
      /fold 面子账 \(李\)\n.*\nTheir coders must.*Go to the page “History”\.$/,
    );
    const many = new UserError('decide/redo-blocked', {
      changed: Array.from({ length: 12 }, () => later).flat(),
    });
    expect(inChinese(many)).toMatch(/…… 还有 16 项\n/);
  });

  it('says so of what is done on the command line alone', () => {
    const few = new UserError('sensitivity/beyond-considered', { considered: 20, asked: 40 });
    expect(inChinese(few)).toMatch(/zhagen mine --top 40.*命令行/);
    expect(inEnglish(few)).toMatch(/zhagen mine --top 40.*command line/);
    const sealed = new UserError('cases/sealed', { id: 'JX01' });
    expect(inChinese(sealed)).toMatch(/cases unseal JX01.*命令行/);
  });

  it('neither sends to the command line to open the workbench, nor leaves an example without its words', () => {
    expect(inChinese(new UserError('web/no-session', {}))).toMatch(/请使用新网址。$/);
    expect(inEnglish(new UserError('web/no-session', {}))).toMatch(/take the new address\.$/);
    const empty = new UserError('decide/empty-word', { verb: 'drop' });
    expect(inChinese(empty)).toBe('请写出每个词。请到“筛选”页。');
    expect(inEnglish(empty)).not.toMatch(/for example\.|e\.g\.\./);
    const machine = new UserError('decide/machine-coder', { coder: 'zhagen' });
    expect(inChinese(machine)).not.toContain('--');
    expect(inEnglish(machine)).not.toContain('--');
  });

  it('names options as the page does, and says which are of commands alone', () => {
    const rows = new UserError('sheet/bad-rows', { path: '表.xlsx', problems: [] });
    expect(inChinese(rows)).toMatch(/或加页面上的“跳过”选项/);
    expect(inEnglish(rows)).not.toContain('--');
    const word = new UserError('tables/needs-word', { table: 'kwic' });
    expect(inChinese(word)).toMatch(/请用页面上的“词或编码”一栏指定。$/);
    expect(inEnglish(word)).toMatch(/name it with the field for a word or code\.$/);
    const attribute = new UserError('tables/needs-attribute', { table: 'crosstab', known: '省份' });
    expect(inChinese(attribute)).toMatch(/请用页面上的案例属性一栏指定属性。已有属性：省份$/);
    const unclear = new UserError('import/unclear-encoding', { path: 'a.txt', known: 'gb18030' });
    expect(inChinese(unclear)).toBe('a.txt：无法判断编码。请另存为 UTF-8。');
    const other = new UserError('import/other-encoding', {
      path: 'a.txt',
      writing: 'cyrillic',
      encodings: 'koi8',
    });
    const cut = new UserError('import/wrong-encoding', {
      path: 'a.txt',
      encoding: 'utf8',
      offset: 1,
      line: 1,
    });
    const notText = new UserError('import/binary-file', { path: 'a.txt' });
    for (const error of [unclear, other, cut, notText]) {
      expect(inChinese(error)).toMatch(/^(?!.*(?:--|若)).*。$/);
      expect(inEnglish(error)).toMatch(/^(?!.*(?:--| if )).*\.$/);
    }
    const view = new UserError('view/compares-coders', { table: 'contested' });
    expect(inChinese(view)).toMatch(/--view.*以 -- 开头的是命令行的选项/);
  });

  it('leaves messages as they are that lead to no command, also in their lists of problems', () => {
    const step = new UserError('recipe/step', {
      number: 3,
      problems: [new UserError('cases/unknown-case', { id: '无', near: '' })],
    });
    expect(inChinese(step)).toMatch(/^第 3 个决定：\n {2}没有案例“无”。请到“案例”页。$/);
    expect(inEnglish(new UserError('web/no-files', {}))).toBe(en.errors['web/no-files']({}));
  });
});
