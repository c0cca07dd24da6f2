import type { AppliedPseudonyms } from '../workflow/apply-pseudonyms.js';
import type { FoundNames } from '../workflow/find-names.js';
import type { PseudonymWords } from './pseudonyms-words.js';

/** How many names a report lists. */
const SHOWN = 20;

/** What finding and replacing names reports, in Chinese. */
export const pseudonymWords: PseudonymWords = {
  found: ({ names, proposed, known }: FoundNames, path) => [
    `已将 ${names.length} 个可能的名称写入 ${path}：拟有化名 ${proposed} 个，未拟化名 ${
      names.filter(({ pseudonym }) => pseudonym === '').length
    } 个${known > 0 ? `，沿用原表 ${known} 个` : ''}。`,
    '请逐行核对：改正名称，补上遗漏的名称；不是名称的，清空其化名。',
    '化名相同的各行视为同一名称；化名留空的名称保持原样。',
    `然后运行：zhagen pseudonyms apply ${path} --out 化名.db`,
    `${path} 载有真名与化名的对照，请与本项目一起单独保管，不要随材料外传。`,
  ],
  applied: (applied: AppliedPseudonyms, out) => {
    const { names, left, cases, decisions, tagsLeftOut, parted, isDryRun } = applied;
    const places = names.reduce((sum, { count }) => sum + count, 0);
    const within = names.filter(({ withinWords }) => withinWords > 0);
    const absent = names.filter(({ count, withinWords }) => count + withinWords === 0);
    return [
      `${isDryRun ? '将替换' : '已替换'} ${names.length} 个名称，共 ${places} 处，涉及 ${cases} 个案例；转入判定 ${decisions} 条。`,
      ...listed(left, '未填化名，保持原样'),
      ...listed(
        parted.map((one) => `${one.name}（${one.cases.join('、')}）`),
        '名称中间有换行或空格，这些地方未替换；请在原文件中接好后重新导入',
      ),
      ...listed(
        within.map(({ name, withinWords }) => `${name}（${withinWords}）`),
        '在较长的词中未替换，如需替换请在“词中也替换”一列写“是”',
      ),
      ...listed(
        absent.map(({ name }) => name),
        '表中有而各文本中没有',
      ),
      ...(tagsLeftOut > 0 ? [`未转入：关于标签的判定 ${tagsLeftOut} 条，它们记有原项目的数字。`] : []),
      ...(isDryRun ? ['未写入任何内容。'] : [`已写入 ${out}。已检索其全部字节：处处替换的名称均无残留。`]),
    ];
  },
};

function listed(names: readonly string[], head: string): string[] {
  if (names.length === 0) return [];
  const more = names.length > SHOWN ? '……（全部见 --json）' : '';
  return [`${head}（${names.length} 个）：${names.slice(0, SHOWN).join('、')}${more}。`];
}
