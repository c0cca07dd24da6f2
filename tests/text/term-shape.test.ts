import { describe, expect, it } from 'vitest';
import { openSegmenter } from '../../src/stages/segment/jieba.js';
import { isFurniture, isTermShaped } from '../../src/text/term-shape.js';

const { tag } = openSegmenter();

describe('the shape of a term', () => {
  it.each(
    (
      '应当符合 单位不得 部门应当 国家采取措施 多数扶贫产业 取得新突破 发生规模性返贫 增加农民收入 缓解相对贫困 贯彻习近平 ' +
      '摘帽不摘 能力不强 脱贫一批 副教授乡村振兴 各项政策措施 较快增长 保护范围内 衔接思路 相关部门 进入到有效衔接 人民政府卫生 ' +
      '充分发挥市场 坚定维护 合理控制 管理好通胀预期 调整经济结构 扩大企业 解放生产力 犯前款罪 数额巨大 一亿吨 基本实现现代化 优化投资结构 政府对市场 深化改革开放 努力提高 ' +
      '凝聚改革共识 夯实发展基础 扰乱市场秩序 和谐稳定 金额百分之五十 中央财政五年 矛盾日益突出 地区加快发展 绿色低碳 建设任务繁重 十几亿人口 第一款罪 严重不负责任 千方百计扩大出口 本世纪中叶 一九五九年计划 活动广泛开展 犯前两款罪 全年中央财政 利用国外资金 建设知识型 建设强大 不断加强 十分重视'
    ).split(' '),
  )('%s is a clause or a piece of one', (word) => {
    expect(isTermShaped(tag(word))).toBe(false);
  });

  it.each(
    (
      '驻村第一书记 直接投资 千万工程 四个不摘 五个一批 两不愁三保障 恢复方案 发展规划 排放标准 搬迁群众 治理主体 高氮奥氏体不锈钢 ' +
      '缴费标准 扶贫产业园 生态补偿政策 含气量 一村一品 县域经济 区块链 ' +
      '调整方案 保护标志 保护红线 发行规模 解放战争时期 应急管理 管理体制改革 重大灾害 长期护理保险 附加值 希望工程 技术支持体系 群众参与 户户有产业 ' +
      '转换效率 三年行动计划 普通高中 资源开发利用 影响因素 经济转型 小流域水土保持 社会和谐 中小企业'
    ).split(' '),
  )('%s is a term', (word) => {
    expect(isTermShaped(tag(word))).toBe(true);
  });

  it('knows headings and general phrases from terms that only hold a general word', () => {
    for (const word of [
      '对策建议',
      '路径选择',
      '现状分析',
      '存在问题',
      '研究背景',
      '总体要求',
      '工作任务',
      '预期目标',
    ])
      expect(isFurniture(tag(word)), word).toBe(true);
    for (const word of ['贫困问题', '生态补偿政策', '制度安排', '驻村工作', '机构改革'])
      expect(isFurniture(tag(word)), word).toBe(false);
  });
});
