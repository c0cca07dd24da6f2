import { describe, expect, it } from 'vitest';
import { normalizeText } from '../../../src/stages/normalize/normalize-text.js';

const clean = (text: string) => normalizeText(text).text;

describe('the first line of a text', () => {
  const rest =
    '今年合作社又添了烘干设备，一天能烘两吨，周边三个村的农户也送来加工，加工费按斤算，一斤五分钱。';

  it('goes on in the next one where it is no title', () => {
    const text =
      '合作社实行“五统一”的办法，就是统一供苗、统一技术、统一管护、统一收购以及统一销售、\n统一结算，农户只管种，不愁卖，年底按交易量返还盈余，社员的积极性一下子提了起来。';
    expect(clean(`${text}\n${rest}`)).toBe(`${text.replace('\n', '')}\n${rest}`);
  });

  it('is a line of its own where it may be one', () => {
    const text = `石桥村合作社带动小农户稳定增收的主要做法和三点启示，以及还需要解决的困难和问题\n${rest}`;
    expect(clean(text)).toBe(text);
  });
});

describe('items of a list', () => {
  it('without marks at their ends are no lines of a page, though they are about as long as each other', () => {
    const text =
      '会议议定事项如下：\n由县农业农村局牵头制定方案，报县政府审定\n由县财政局落实资金，确保六月底前到位\n由各乡镇组织实施，七月底前全面开工\n以上事项请各单位抓好落实，每月报送进度。';
    expect(clean(text)).toBe(text);
  });
});
