import { type ChecklistItem, item } from '../checklist.js';

/** O'Brien, Harris, Beckman, Reed & Cook 2014 (doi 10.1097/ACM.0000000000000388): 21 items. */
export const srqr: readonly ChecklistItem[] = [
  item('S1', '题目', 'Title'),
  item('S2', '摘要', 'Abstract'),
  item('S3', '问题的提出', 'Problem formulation'),
  item('S4', '研究目的或问题', 'Purpose or research question', [], ['question']),
  item('S5', '研究取向与范式', 'Approach and paradigm', ['approach/'], ['tradition', 'why-approach']),
  item('S6', '研究者特征与反身性', 'Researchers and reflexivity', [], ['reflexivity']),
  item('S7', '研究情境', 'Context', [], ['solicitation']),
  item(
    'S8',
    '抽样策略',
    'Sampling strategy',
    ['cases/chosen', 'saturation/', 'reserve/'],
    ['solicitation', 'criteria', 'saturation'],
  ),
  item('S9', '研究伦理', 'Ethics', [], ['ethics', 'consent']),
  item('S10', '资料收集方法', 'How data were collected', [], ['solicitation', 'interviews']),
  item('S11', '收集资料的工具', 'Instruments of data collection', [], ['interviews']),
  item('S12', '研究单元', 'Units of study', ['cases/', 'texts/sentences'], ['exclusion-reasons']),
  item('S13', '资料处理', 'Data processing', ['texts/', 'mining/', 'program/log']),
  item('S14', '资料分析', 'Data analysis', ['mining/', 'screening/', 'coding/'], ['codebook-changes']),
  item(
    'S15',
    '提高可信度的措施',
    'Techniques for trustworthiness',
    ['pilot/', 'agreement/', 'retest/', 'adjudication/', 'theory/memos', 'program/intact', 'program/log'],
    ['second-coder', 'verification', 'counter-cases', 'memos'],
  ),
  item('S16', '综合与解释', 'Synthesis and interpretation'),
  item('S17', '与资料的联系', 'Links to the data'),
  item('S18', '与既有研究的关系、启示与可迁移性', 'Integration, implications and transferability'),
  item('S19', '局限', 'Limitations'),
  item('S20', '利益冲突', 'Conflicts of interest'),
  item('S21', '资助', 'Funding', [], ['funding']),
];
