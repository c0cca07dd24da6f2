import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/formats/html.js';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { encodeText } from './encode-text.js';
import { rejectionOf } from './rejection.js';
import {
  GOVERNMENT,
  GOVERNMENT_MARKS,
  GOVERNMENT_TEXT,
  WECHAT,
  WECHAT_MARKS,
  WECHAT_TEXT,
} from './web-pages.js';

const page = (html: string, encoding = 'utf-8', given?: string) =>
  readHtml('a.html', encodeText(html, encoding), DEFAULT_LIMITS, given);
const textOf = async (body: string) => (await page(`<body>${body}</body>`)).text;

describe('readHtml', () => {
  it('reads the article of a WeChat page and nothing around it', async () => {
    expect(await page(WECHAT)).toEqual({
      text: WECHAT_TEXT,
      title: '扶贫车间里的笑声',
      marks: WECHAT_MARKS,
      encoding: 'utf-8',
    });
  });

  it('reads the text of a government page without menus, links and footer', async () => {
    expect(await page(GOVERNMENT, 'gb18030')).toEqual({
      text: GOVERNMENT_TEXT,
      marks: GOVERNMENT_MARKS,
      title: '潜丘县2018年脱贫攻坚工作总结',
      encoding: 'gb18030',
    });
  });

  it('keeps numbers raised, and other letters as they are', async () => {
    expect(await textOf('<p>12km<sup>2</sup>，10<sup><a href="#n">6</a></sup>株，1<sup>st</sup>班</p>')).toBe(
      '12km²，10⁶株，1st班',
    );
  });

  it('marks headings, captions, tables with rows of one cell, notes and contents', async () => {
    const { text, marks = [] } = await page(`<body><div class="toc"><p>一、做法</p></div><h2>一、做法</h2>
      <p>村里办起车间。</p><table><caption>表1 户数</caption><tr><td colspan="2">南片</td></tr>
      <tr><td>桃园村</td><td>12</td></tr></table><figure><figcaption>图1 车间</figcaption></figure>
      <div class="footnotes"><p>据统计局。</p></div><h3>这是一段话。它用了标题的字号。</h3></body>`);
    expect(marks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['contents', '一、做法'],
      ['heading', '一、做法'],
      ['caption', '表1 户数'],
      ['table', '南片\n桃园村\t12'],
      ['caption', '图1 车间'],
      ['note', '据统计局。'],
    ]);
  });

  it('finds the block with the text where nothing names it', async () => {
    const unnamed = GOVERNMENT.replace('class="TRS_Editor"', '');
    expect((await page(unnamed)).text).toBe(GOVERNMENT_TEXT);
  });

  it('takes the article or main element when most of the text is there', async () => {
    const article = '<article><h1>题目</h1><p>第一段话。</p><p>第二段话。</p></article>';
    const around = '<header>本站导语。</header><div class="x">编辑推荐一句话。</div>';
    expect(
      await textOf(around + article.repeat(1).replace('第二段话。', '第二段话很长很长很长很长很长很长。')),
    ).toBe('题目\n第一段话。\n第二段话很长很长很长很长很长很长。');
    expect(await textOf(`<article><p>摘要。</p></article><p>${'正文很长。'.repeat(20)}</p>`)).toContain(
      '正文很长。',
    );
  });

  it('never leaves out a sentence, table, list or heading beside the largest block', async () => {
    const long = `<div>${'正文。'.repeat(100)}</div>`;
    for (const beside of [
      '<div>结语一句。</div>',
      '<h2>结语</h2>',
      '<table><tr><td>表</td></tr></table>',
      '<ul><li>项</li></ul>',
      '零字',
    ]) {
      expect(await textOf(`<div>${long}${beside}</div>`)).toContain(beside.replaceAll(/<[^>]+>/g, ''));
    }
  });

  it.each([
    ['in the article', '<article>', '</article>'],
    ['in an element of a system of authorities', '<div id="zoom">', '</div>'],
    ['where nothing names them', '<div>', '</div>'],
  ])('keeps paragraphs that are blocks, one of them long, %s', async (_, open, close) => {
    const long = '二是车间建在村口，妇女就近上工，每月能挣两千多元；老人孩子有人照看，地也没有撂荒。'.repeat(
      2,
    );
    const parts = ['一是建立台账，明确责任人和时限', long, '三是强化监测，做到早发现早干预'];
    const page = `<html><body>${open}${parts.map((one) => `<div>${one}</div>`).join('')}${close}</body></html>`;
    expect((await readHtml('a.html', Buffer.from(page), DEFAULT_LIMITS)).text.split('\n')).toEqual(parts);
  });

  it('does not take a page for furniture because of its name', async () => {
    expect(await textOf('<div class="footer-page"><p>这里就是全文。</p></div>')).toBe('这里就是全文。');
  });

  it.each(['comment-list', 'article-comments', 'pinglun', 'replies'])(
    'leaves out what readers wrote below a text, in %s, also when it is longer, and says how much',
    async (name) => {
      const story = '村里办起扶贫车间，妇女就近上工。';
      const comments = Array.from({ length: 3 }, (_, at) => `<p>我们村也想办车间，第${at}回了。</p>`).join(
        '',
      );
      const read = await page(
        `<body><div class="text"><p>${story}</p></div><div class="${name}">${comments}</div></body>`,
      );
      expect([read.text, read.leftOut?.comments]).toEqual([story, 33]);
    },
  );

  it('leaves out side bars and foot lines by their names, and keeps the text that a system names', async () => {
    const story = '<p>村里办起扶贫车间，妇女就近上工，每月能挣两千多元，老人孩子也有人照看。</p>';
    const furniture =
      '<div id="sidebar-right"><p>编辑部在县城。</p></div><div class="bottom"><p>版权所有。</p></div>';
    expect(await textOf(`<div>${story}</div>${furniture}`)).toBe(story.slice(3, -4));
    const zoom = '<div id="zoom"><div>请各村办理。</div><div>附件请下载。</div></div>';
    expect(await textOf(`${zoom}<div><p>近期要闻一则。</p></div>`)).toBe('请各村办理。\n附件请下载。');
  });

  it('keeps a page of links', async () => {
    const links = ['一', '二', '三', '四'].map((text) => `<li><a href="#">${text}</a></li>`).join('');
    expect(await textOf(`<ul>${links}</ul>`)).toBe('一\n二\n三\n四');
  });

  it('drops what no reader sees', async () => {
    const unseen =
      '<nav>导</nav><script>脚</script><noscript>无</noscript><p hidden>藏</p><div style="Display:none">隐</div><svg><title>图</title></svg><!-- 注 --><select><option>选</option></select>';
    expect(await textOf(`${unseen}<p>正文。</p>`)).toBe('正文。');
  });

  it('joins a sentence that the source breaks, and keeps the lines that the page breaks', async () => {
    expect(await textOf('<p>脱贫\n  攻坚 in\n2020\n年<br>下一行</p><pre>一\n  二</pre>')).toBe(
      '脱贫攻坚 in 2020 年\n下一行\n一\n二',
    );
    expect(await textOf('扶<b>贫</b><span>车</span>间<div>乙</div>丙')).toBe('扶贫车间\n乙\n丙');
  });

  it('numbers lists that do not number themselves', async () => {
    expect(
      await textOf('<ol start="3"><li>甲</li><li><p>4.乙</p></li><li>丙</li></ol><ul><li>丁</li></ul>'),
    ).toBe('3. 甲\n4.乙\n5. 丙\n丁');
  });

  it('reads tables one row a line, also within tables', async () => {
    const inner = '<table><tr><td>一<td>二<tr><td>三<td>四</table>';
    expect(await textOf(`<table><tr><td>${inner}</td></tr></table>`)).toBe('一\t二\n三\t四');
    expect(await textOf('<td>孤</td><tr></tr>')).toBe('孤');
  });

  it('takes the title from what the page says of itself', async () => {
    const title = async (html: string) => (await page(html)).title;
    const head = '<title>文题 - 某网</title><body><h1>文题</h1><p>文。</p>';
    expect(await title(`<meta property="og:title" content="网题">${head}`)).toBe('网题');
    expect(await title(head)).toBe('文题');
    expect(await title('<title> 只有\n 标题 </title><p>文。')).toBe('只有 标题');
    expect(await title('<p>文。')).toBeUndefined();
  });

  it('reads the declared encoding, unless the bytes are UTF-8 or another is given', async () => {
    const body = '<p>鄉村振興，農會輔導。</p>';
    const declaring = (charset: string) => `<meta charset="${charset}">${body}`;
    const read = async (html: string, encoding: string, given?: string) => {
      const { text, encoding: found } = await page(html, encoding, given);
      return `${found} ${text}`;
    };
    const text = '鄉村振興，農會輔導。';
    expect(await read(declaring('big5'), 'big5')).toBe(`big5 ${text}`);
    expect(await read(declaring('gbk'), 'gb18030')).toBe(`gb18030 ${text}`);
    expect(await read(declaring('gb2312'), 'utf-8')).toBe(`utf-8 ${text}`);
    expect(await read(declaring('utf-8'), 'big5')).toBe(`big5 ${text}`);
    expect(await read(`\ufeff${body}`, 'utf-16le')).toBe(`utf-16le ${text}`);
    expect(await read(declaring('big5'), 'gb18030', 'gbk')).toBe(`gb18030 ${text}`);
  });

  it('answers deep, huge and broken pages at once, with text or with the limit it met', async () => {
    const started = performance.now();
    expect(await rejectionOf(page('<div>'.repeat(100_000)))).toEqual({
      code: 'import/over-limit',
      params: { path: 'a.html', limit: 'nesting', allowed: DEFAULT_LIMITS.nesting },
    });
    const deep = DEFAULT_LIMITS.nesting - 3;
    expect(await textOf(`${'<div>'.repeat(deep)}深</div>`)).toBe('深');
    expect(await textOf(`<p title="${'长'.repeat(5_000_000)}">短</p>`)).toBe('短');
    expect(await textOf(`${'<p>段。'.repeat(50_000)}`)).toHaveLength(150_000 - 1);
    expect(await textOf(`${'<'.repeat(500_000)}p>文</p>`)).toContain('文');
    expect(await textOf(`${'<td>'.repeat(3000)}格${' '.repeat(1_000_000)}子`)).toBe('格 子');
    expect(performance.now() - started).toBeLessThan(5000);
    const limits = { ...DEFAULT_LIMITS, pageBytes: 3 };
    expect(
      (await rejectionOf(readHtml('a.html', encodeText('<p>文', 'utf-8'), limits))).params,
    ).toMatchObject({
      limit: 'pageBytes',
    });
  });
});
