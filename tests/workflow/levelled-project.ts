import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Codebook, codebookSchema } from '../../src/model/codebook.js';
import type { Context } from '../../src/project/context.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { decide } from '../../src/workflow/decide.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { rowsOf } from './project.js';

type CodeInput = z.input<typeof codebookSchema>['codes'][number];

/** How researchers name one to five levels. */
export const LEVEL_NAMES: readonly (readonly string[])[] = [
  ['主题'],
  ['维度', '主题'],
  ['核心类属', '类属', '初始概念'],
  ['理论维度', '主范畴', '副范畴', '概念'],
  ['理论', '维度', '主范畴', '副范畴', '概念'],
];

/** From the top down, a code of each level; every label is a word of the texts but those of the last way. */
const WAYS = [
  ['防贫保障', '动态监测', '排查走访', '网格管理', '网格员'],
  ['产业振兴', '载体建设', '产业园区', '扶贫车间', '电商直播'],
  ['文化建设', '移风易俗', '红白理事', '积分超市', '道德银行'],
];

const TEXTS: Readonly<Record<string, string>> = {
  c1: '织密防贫保障网，动态监测到户。网格员上门排查走访，网格管理有人问。村里的扶贫车间开工。扶贫车间招工，扶贫车间发薪。暖心驿站供饭，暖心驿站管接送。',
  c2: '产业园区流转了土地。流转来的土地种茶。电商直播卖茶，暖心驿站也卖茶。载体建设带动产业振兴，公益岗位给了老人。扶贫车间分红。动态监测看载体建设。排查走访到产业园区。网格管理进扶贫车间。网格员帮着电商直播。',
  c3: '今天天气很好。大家吃过饭，坐在树下说话。',
  c4: `${'山路弯弯，走了一程又一程。'.repeat(12)}最后网格员来了，带来产业园区的招工单。公益岗位又多两个。`,
};

/**
 * A codebook of one to five levels, with terms and rules on all of them. From three levels on, 公益岗位 of the lowest
 * level is directly under the first pillar, and 暖心驿站 alone on the second level.
 */
export function levelledCodebook(names: readonly string[]): Codebook {
  const levels = names.map((zh, at) => ({ id: `l${at + 1}`, name: { zh, en: `Level ${at + 1}` } }));
  const code = (zh: string, level: number, parent: string | null, more: Partial<CodeInput> = {}) => ({
    id: `c-${[...zh].map((one) => one.codePointAt(0)?.toString(16)).join('')}`,
    label: { zh, en: zh },
    level: `l${level}`,
    parent: parent && `c-${[...parent].map((one) => one.codePointAt(0)?.toString(16)).join('')}`,
    definition: zh,
    ...more,
  });
  const codes = WAYS.flatMap((way) =>
    names.map((_, at) =>
      code(way[at] as string, at + 1, at === 0 ? null : (way[at - 1] as string), {
        ...(at === 0 && way === WAYS[1] ? { rules: ['流转*土地'], terms: ['招工'], weight: 3 } : {}),
      }),
    ),
  );
  const uneven =
    names.length < 3
      ? []
      : [
          code('公益岗位', names.length, '防贫保障', { rules: ['岗位*老人'] }),
          code('暖心', 2, '产业振兴', { terms: ['管接送'] }),
        ];
  return codebookSchema.parse({
    id: `levels-${names.length}`,
    title: { zh: '多级框架', en: 'Levels' },
    version: '1',
    source: '自编',
    levels,
    codes: [...codes, ...uneven],
  });
}

/** Imports, mines and codes the texts, then merges a keyword into a code of the top level. */
export async function codeLevelled(context: Context, folder: string, book: Codebook): Promise<void> {
  const cases = join(folder, 'cases.jsonl');
  const lines = Object.entries(TEXTS).map(([id, text]) => JSON.stringify({ id, text }));
  writeFileSync(cases, `${lines.join('\n')}\n`);
  const path = join(folder, `${book.id}.yaml`);
  writeFileSync(path, JSON.stringify(book));
  await importCases(context, { paths: [cases] });
  await mineKeywords(context, { minFrequency: 2 });
  await codeCases(context, { codebook: path });
  const free = rowsOf(context, 'raw').find(({ kept, coreKeyword }) => kept && coreKeyword === null);
  const words = [free?.rawKeyword ?? '', '防贫保障'];
  await decide(context, { kind: 'merge', words, coder: '左', reason: '同义' });
}
