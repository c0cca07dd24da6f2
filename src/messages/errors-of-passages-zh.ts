import type { ErrorsOf } from './messages.js';

/** The messages about passages that are coded or judged, in Chinese. */
export const errorsOfPassages: ErrorsOf<'passage'> = {
  'passage/no-place': ({ caseId }) =>
    `请指明 ${caseId} 中的段落：--quote "…"，或 --span 起:止（原文位置）。要对整个案例编码，就都不给，也不给 --nth。`,
  'passage/no-text': ({ caseId }) => `${caseId} 没有文本。请对整个案例编码：不给 --quote、--span 和 --nth。`,
  'passage/no-code': () => '请用 --code 给出编码；recode 还要用 --to 给出换成的编码。',
  'passage/not-a-span': ({ span }) => `“${span}”不是位置。请写成 起:止，即原文的两个字数，如 120:164。`,
  'passage/outside': ({ caseId, start, end, length }) =>
    `位置 ${start}:${end} 不在 ${caseId} 之内，其原文共 ${length} 字。`,
  'passage/quote-not-found': ({ caseId, quote }) =>
    `${caseId} 中没有“${quote}”。请从这里复制段落：zhagen cases show ${caseId}`,
  'passage/quote-twice': ({ caseId, quote, count }) =>
    `“${quote}”在 ${caseId} 中出现 ${count} 次。请用 --nth 指明第几处（1 至 ${count}），或多引几个字。`,
  'passage/unknown': ({ id, sealed }) =>
    `没有编号为 ${id} 的编码段落。编号见“段落编号”列：zhagen tables evidence${
      sealed && `。预留案例（${sealed}）的段落不可选，要取消预留：zhagen cases unseal`
    }`,
  'passage/sealed': ({ caseId, quote }) =>
    `${caseId} 中的“${quote}”在预留语句内，留待以后检验，不能编码，也不能作判定。要取消该案例的语句预留：zhagen unseal ${caseId} --unit statement`,
  'passage/nothing-chosen': () =>
    '没有选中任何编码段落。请给出段落编号，或用 --code、--case 选择有编码段落的编码、案例。',
  'passage/not-coded-by': ({ coder, caseId, code }) =>
    `${coder} 没有把 ${caseId} 的这个段落编为 ${code}。不同意他人的编码请用：zhagen reject`,
};
