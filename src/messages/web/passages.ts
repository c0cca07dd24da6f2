import { bilingual } from './bilingual.js';

/** What is said of coded passages and done with them, wherever they are shown. */
export const passagesWords = bilingual(
  {
    statuses: { proposed: '待确认', confirmed: '已确认', rejected: '已否定' } as Readonly<
      Record<string, string>
    >,
    says: { code: '编码', confirm: '确认', reject: '否定' } as Readonly<Record<string, string>>,
    contradicts: '否定／问题表述',
    place: (caseId: string, paragraph: number | null, sentence: number | null) =>
      paragraph === null
        ? `（${caseId}，整个案例）`
        : `（${caseId}，第${paragraph}段，第${sentence ?? 1}句）`,
    byKeyword: (word: string) => `关键词 ${word}`,
    confirm: '确认',
    reject: '否定',
    recode: '改编',
    recodeAs: '改编为哪个编码？',
    turnAgainst: '标为否定表述',
    turnFor: '改为支持',
    memo: '备忘录',
    confirmed: (code: string) => `已确认“${code}”`,
    rejected: (code: string) => `已否定“${code}”`,
    recoded: (code: string) => `已改编为“${code}”`,
    turnedAgainst: (code: string) => `已标为“${code}”的否定／问题表述`,
    turnedFor: (code: string) => `已改为支持“${code}”`,
  },
  {
    statuses: { proposed: 'proposed', confirmed: 'confirmed', rejected: 'rejected' },
    says: { code: 'coded', confirm: 'confirmed', reject: 'rejected' },
    contradicts: 'speaks against the code',
    place: (caseId, paragraph, sentence) =>
      paragraph === null
        ? ` (${caseId}, the case as a whole)`
        : ` (${caseId}, paragraph ${paragraph}, sentence ${sentence ?? 1})`,
    byKeyword: (word) => `keyword ${word}`,
    confirm: 'Confirm',
    reject: 'Reject',
    recode: 'Recode',
    recodeAs: 'Which code instead?',
    turnAgainst: 'Speaks against it',
    turnFor: 'Speaks for it',
    memo: 'Memo',
    confirmed: (code) => `“${code}” confirmed`,
    rejected: (code) => `“${code}” rejected`,
    recoded: (code) => `Recoded as “${code}”`,
    turnedAgainst: (code) => `Marked as speaking against “${code}”`,
    turnedFor: (code) => `Marked as speaking for “${code}”`,
  },
);
