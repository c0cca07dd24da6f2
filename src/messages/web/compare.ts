import { counted } from '../counted.js';
import { bilingual } from './bilingual.js';

/** Constant comparison: passages of codes side by side. */
export const compareWords = bilingual(
  {
    title: '持续比较',
    start: '选一个编码，看它的所有参考点；再选一个，并排比较。',
    choose: '选择编码',
    chooseOther: '并排比较另一编码',
    other: '换一个编码',
    close: '关闭此列',
    swap: '对调',
    against: '只看否定／问题表述',
    others: '显示其他编码者的判断',
    onlyCase: (id: string) => `只看案例 ${id}`,
    allCases: '看全部案例',
    total: (total: number, cases: number) => `${total} 处，${cases} 个案例`,
    nothing: '没有符合条件的文本。',
    place: (caseId: string, paragraph: number | null, sentence: number | null) =>
      paragraph === null
        ? `（${caseId}，整个案例）`
        : `（${caseId}，第${paragraph}段，第${sentence ?? 1}句）`,
    ofBoth: '两个编码都有',
    byRule: '规则',
    own: '自己的编码',
    keys: {
      'j / k': '下一处、上一处',
      '← →': '左列、右列',
      c: '确认，并到下一处',
      x: '否定，并到下一处',
      'C / X': '确认、否定，并写备忘录',
      r: '改编为另一编码',
      o: '标为否定／问题表述，或改为支持',
      m: '写备忘录',
      Enter: '在案例中打开',
      h: '显示尚未显示的机器建议',
      '[ ]': '上一页、下一页',
      b: '选择并排比较的编码',
      a: '只看否定／问题表述',
      q: '查询',
    } as Readonly<Record<string, string>>,
  },
  {
    title: 'Constant comparison',
    start: 'Choose a code to see its passages; a second one is shown beside it.',
    choose: 'Choose a code',
    chooseOther: 'Compare with another code',
    other: 'Another code',
    close: 'Close this column',
    swap: 'Swap',
    against: 'Only what speaks against the code',
    others: 'Show verdicts of other coders',
    onlyCase: (id) => `Only case ${id}`,
    allCases: 'All cases',
    total: (total, cases) => `${counted(total, 'passage')} in ${counted(cases, 'case')}`,
    nothing: 'No passage matches.',
    place: (caseId, paragraph, sentence) =>
      paragraph === null
        ? `(${caseId}, the case as a whole)`
        : `(${caseId}, paragraph ${paragraph}, sentence ${sentence ?? 1})`,
    ofBoth: 'of both codes',
    byRule: 'rule',
    own: 'your coding',
    keys: {
      'j / k': 'Next or previous passage',
      '← →': 'Left or right column',
      c: 'Confirm, and go on',
      x: 'Reject, and go on',
      'C / X': 'Confirm or reject, and write a memo',
      r: 'Recode',
      o: 'Speaks against the code, or for it again',
      m: 'Write a memo',
      Enter: 'Open in the case',
      h: 'Show the proposals that are hidden',
      '[ ]': 'Previous or next page',
      b: 'Choose the code beside it',
      a: 'Only what speaks against the code',
      q: 'Query',
    },
  },
);
