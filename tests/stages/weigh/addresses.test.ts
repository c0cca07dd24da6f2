import { describe, expect, it } from 'vitest';
import { blankAddresses } from '../../../src/stages/weigh/addresses.js';
import { usualForms } from '../../../src/stages/weigh/letter-case.js';

describe('what is no language', () => {
  it.each([
    [
      '合作社卖茶油。网址http://www.a.example/index.html?id=12，邮箱a_1@mail.example。',
      '合作社卖茶油。 ， 。',
    ],
    ['<p class="a">扶贫车间</p>&nbsp;办起来&#12288;了<br/>', ' 扶贫车间  办起来 了 '],
    ['登录 mp.weixin.qq.com/s/abc 或www.fpb.gov.cn看合作社', ' 看合作社'.padStart(6).replace(/^ */, '  ')],
    ['这张照片photo.jpg是茶园', '这张照片 是茶园'],
    ['茶厂今年招工人http：//www.a.example/index.php，详见公告.pdf。', '茶厂今年招工人 ，详见公告 。'],
    ['微信shancha_666，doi:10.1000/xyz123 茶叶', '微信 ， 茶叶'],
  ])('%s', (text, blanked) =>
    expect(blankAddresses(text).replaceAll(/ +/g, ' ')).toBe(blanked.replaceAll(/ +/g, ' ')),
  );

  it('takes time linear in the text', () => {
    const started = performance.now();
    for (const part of ['a', '<a ', '<!--', 'a.', 'a@', '&a', '村', 'a://'])
      blankAddresses(part.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(4_000);
  });

  it('words, numbers and comparisons stay', () => {
    for (const text of ['增长3.5%，Node.js，p<0.05，a<b', '2020.10.1', 'pre-A轮', '5·12'])
      expect(blankAddresses(text)).toBe(text);
  });
});

describe('words in several forms', () => {
  it('have the most frequent one, of several the first', () => {
    const usual = usualForms('GDP增长，gdp增速，GDP总量。App，APP。DNA，5g，5G，5G网络');
    expect(['gdp', 'Gdp', 'app', 'APP', 'DNA', 'dna', '5g', '合作社'].map(usual)).toEqual([
      'GDP',
      'GDP',
      'App',
      'App',
      'DNA',
      'dna',
      '5G',
      '合作社',
    ]);
  });
});
