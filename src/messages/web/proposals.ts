import { english } from '../../text/english.js';
import { bilingual } from './bilingual.js';

/** When coders see what the program proposes. */
export const proposalsWords = bilingual(
  {
    hideUntilDone: '完成案例之前不显示机器建议',
    readBlind: (cases: number) => `您还有 ${cases} 个案例没有编完：各页的数字和列表暂不含他人的判定。`,
    rowsHidden: (rows: number, cases: number) =>
      `未列出 ${rows} 行：您还有 ${cases} 个案例没有编完，其中的机器建议和他人判定暂不显示。`,
    filesHidden: (cases: number) =>
      `您还有 ${cases} 个案例没有编完，其中的机器建议和他人判定对您隐藏，导出文件则会写出。`,
    showAll: '显示（会记录）',
    forAll: '这是项目的设置，对所有编码者有效。',
    changed: {
      always: '机器建议将始终显示，看到建议之后的编码记为非盲编',
      'when-done': '机器建议在完成案例之后才显示',
    },
    hidden: (total: number, cases: number) =>
      `另有 ${total} 个机器建议（${cases} 个案例）暂不显示，待您完成这些案例后显示，以免影响您的判断。`,
    show: '现在就显示机器建议',
    keywordsHidden: '关键词依据所有编码者的判定，显示机器建议之后才可查看。',
  },
  {
    hideUntilDone: 'Hide proposals until the case is done',
    readBlind: (cases) =>
      `You are not done with ${cases} of your cases: figures and lists leave out the verdicts of others until then.`,
    rowsHidden: (rows, cases) =>
      `Rows not listed: ${rows}. You are not done with ${cases} of your cases; proposals and the verdicts of others there are hidden.`,
    filesHidden: (cases) =>
      `You are not done with ${cases} of your cases. Proposals and the verdicts of others there are hidden from you, but files would have them.`,
    showAll: 'Show them (this is remembered)',
    forAll: 'This is a setting of the project, for all coders.',
    changed: {
      always: 'Proposals are always shown; what is coded after seeing them is not blind',
      'when-done': 'Proposals are shown once a case is done',
    },
    hidden: (total, cases) =>
      english`Hidden until you are done with these cases, so that you judge for yourself: ${total} more proposals of the program, in ${cases} cases.`,
    show: 'Show the proposals now',
    keywordsHidden: 'Keywords follow all coders: they can be shown once proposals are.',
  },
);
