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

describe('the lines of a short page', () => {
  it('come together, though justified lines differ a little in width', () => {
    const text =
      '　　去年，全乡建起冷库3座，水果损耗明显下降，合作社同农户签了保底收购的合同，大家把这叫作“定心丸”\n合同一签三年，价格随行就市，只高不低，农户心里有了底，种植面积一年比一年大。\n　　乡里又请来技术员，把剪枝、疏果和套袋的办法编成顺口溜，逢集就在街口讲一遍，讲完还给每人发一张\n图，贴在灶台边上，一看就会。\n　　冷库的电费由村集体和合作社各出一半，账目每季度在村务公开栏里贴出来，谁都可以来查一查，问一问。\n有疑问的，当场解释，当场记录。';
    expect(clean(text).split('\n')).toHaveLength(3);
  });

  it('go on after a comma with figures that look like the number of a chapter', () => {
    const text =
      '县城北面两道塬合拢，境内沟壑纵横，十年九旱，年均降水四百八十毫米，\n七、八、九三个月占去六成，其余月份常常一滴雨也没有，吃水要到沟底去挑。\n后来修了集雨场，家家有了水窖，水窖里的水够一家人用上大半年，牲口也不\n缺水了，地里的苹果树第一次有了灌溉，当年就挂了果，收成比往年好了许多。';
    expect(clean(text)).not.toContain('\n七');
  });
});
