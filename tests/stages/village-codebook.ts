import type { z } from 'zod';
import { type Codebook, codebookSchema } from '../../src/model/codebook.js';

type CodeInput = z.input<typeof codebookSchema>['codes'][number];

export const code = (
  id: string,
  zh: string,
  level: string,
  parent: string | null,
  ...terms: string[]
): CodeInput => ({ id, label: { zh, en: id }, level, parent, definition: zh, terms });

export const codebook = (levels: readonly string[], codes: readonly CodeInput[]): Codebook =>
  codebookSchema.parse({
    id: 'village',
    title: { zh: '村庄', en: 'Village' },
    version: '1',
    source: '自编',
    levels: levels.map((id) => ({ id, name: { zh: id, en: id } })),
    codes,
  });

/** Three levels, two pillars; 返贫监测 and 监测 overlap, 产业园 stands inside 扶贫产业园. */
export const VILLAGE = codebook(
  ['pillar', 'axial', 'open'],
  [
    code('safeguards', '落实防贫保障', 'pillar', null, '防贫网'),
    code('industry', '推进产业升级', 'pillar', null),
    code('monitoring', '实施动态监测', 'axial', 'safeguards', '监测'),
    code('warning', '防贫预警', 'open', 'monitoring', '返贫监测'),
    code('grid', '网格管理', 'open', 'monitoring', '网格员'),
    code('carriers', '产业载体', 'axial', 'industry'),
    code('park', '扶贫产业园', 'open', 'carriers', '产业园', '扶贫园区'),
    code('cooperative', '专业合作社', 'open', 'carriers', '合作社'),
  ],
);

/** A framework of another kind: two levels. */
export const TWO_LEVELS = codebook(
  ['result', 'means'],
  [
    code('prosperity', '产业兴旺', 'result', null),
    code('park', '扶贫产业园', 'means', 'prosperity', '产业园'),
    code('order', '治理有效', 'result', null),
    code('grid', '网格管理', 'means', 'order', '网格员'),
  ],
);

/** A plain list of codes. */
export const ONE_LEVEL = codebook(
  ['theme'],
  [code('park', '扶贫产业园', 'theme', null, '产业园'), code('grid', '网格管理', 'theme', null, '网格员')],
);
