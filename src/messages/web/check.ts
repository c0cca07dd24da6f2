import { english } from '../../text/english.js';
import { bilingual } from './bilingual.js';

/** Checking a sample of what somebody coded, and what was returned to oneself. */
export const checkWords = bilingual(
  {
    of: '抽查谁的编码',
    nobody: '请选择',
    sample: '抽取（个数，或如 20%）',
    seed: '随机种子',
    drawn: (drawn: number, coded: number) => `编码或确认的段落 ${coded} 处，抽取 ${drawn} 处`,
    counts: (open: number, agreed: number, returned: number, answered: number) =>
      `未查 ${open}，同意 ${agreed}，返回修改 ${returned}，已答复 ${answered}`,
    start: '选择一名编码者，按种子随机抽取其编码：同一种子总是抽到相同的段落。逐处同意、评论或返回修改。',
    none: '此人在当前编码框架下还没有编码。',
    states: { open: '未查', agreed: '同意', returned: '已返回', answered: '已答复' },
    contradicts: '否定／问题表述',
    agree: '同意',
    comment: '评论',
    giveBack: '返回修改',
    reply: '答复',
    agreed: '已同意',
    agreedBefore: '此前已经确认过。',
    toMe: (count: number) => `返回给您修改的编码 ${count} 处`,
    toMeHint: '请在案例中改编或取消编码；仍坚持的，写答复说明理由。',
    keys: {
      'j k ↓ ↑': '下一处、上一处',
      c: '同意',
      m: '评论',
      x: '返回修改，并写明理由',
      Enter: '在案例中阅读',
      'Ctrl Enter': '保存所写',
      Escape: '不写了',
    } as Readonly<Record<string, string>>,
  },
  {
    of: 'Whose coding',
    nobody: 'choose',
    sample: 'Draw (a number, or a share such as 20%)',
    seed: 'Seed',
    drawn: (drawn: number, coded: number) => english`${drawn} drawn of ${coded} passages coded or confirmed`,
    counts: (open: number, agreed: number, returned: number, answered: number) =>
      `${open} not checked, ${agreed} agreed, ${returned} returned, ${answered} answered`,
    start:
      'Choose a coder. Their codings are drawn by chance, the same ones for one seed: agree, comment or return each.',
    none: 'They have coded nothing under the present codebook.',
    states: { open: 'not checked', agreed: 'agreed', returned: 'returned', answered: 'answered' },
    contradicts: 'denied, or a problem',
    agree: 'Agree',
    comment: 'Comment',
    giveBack: 'Return',
    reply: 'Answer',
    agreed: 'Agreed',
    agreedBefore: 'It was confirmed before.',
    toMe: (count: number) => `Returned to you: ${count}`,
    toMeHint: 'Recode it or take the code away in its case; where it still applies, answer why.',
    keys: {
      'j k ↓ ↑': 'Next, previous',
      c: 'Agree',
      m: 'Comment',
      x: 'Return it, and say why',
      Enter: 'Read it in its case',
      'Ctrl Enter': 'Save what is written',
      Escape: 'Do not write',
    },
  },
);
