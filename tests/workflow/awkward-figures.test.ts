import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { figureNames } from '../../src/model/figure-name.js';
import { TALLEST } from '../../src/report/figures/style.js';
import { PER_MM } from '../../src/report/figures/svg.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { finishCases } from '../../src/workflow/finish-cases.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import { type FigureRequest, makeFigure } from '../../src/workflow/make-figure.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { relateCodes } from '../../src/workflow/relate-codes.js';
import { linesOf, partsOutside } from '../report/figures/outside.js';
import { preparedProject } from './coded-project.js';
import { copyProject, makeFolder } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);

const CODERS = ['左', '李'];

interface Awkward {
  readonly levels: number;
  readonly codes: number;
  /** Behind the number of each label. */
  readonly label: { readonly zh: string; readonly en: string };
}

/** A word of the texts for each of the lowest codes. */
const wordOf = (at: number) => `词${String.fromCodePoint(0x7532 + at)}`;

/** Codes of the lowest level in turn under three of each level above. */
function awkwardCodebook({ levels, codes, label }: Awkward) {
  const ids = Array.from({ length: levels }, (_, at) => `l${at}`);
  const codesOf = (level: number) =>
    Array.from({ length: level === levels - 1 ? codes : 3 }, (_, at) => ({
      id: `${ids[level]}-${at}`,
      label: { zh: `${level + 1}.${at}号编码${label.zh}`, en: `Code ${level + 1}.${at} ${label.en}` },
      level: ids[level],
      parent: level === 0 ? null : `${ids[level - 1]}-${at % 3}`,
      definition: '用来检验图',
      ...(level === levels - 1 && { terms: [wordOf(at)] }),
    }));
  return {
    id: 'awkward',
    title: { zh: `框架${label.zh}`, en: `Framework ${label.en}` },
    version: '1.0.0',
    source: '测试',
    levels: ids.map((id, at) => ({ id, name: { zh: `第${at + 1}层`, en: `Level ${at + 1}` } })),
    codes: ids.flatMap((_, at) => codesOf(at)),
  };
}

/** Seven cases of three provinces, each with a share of the words, coded alike by two people as far as it goes. */
const awkwardProject = (name: string, awkward: Awkward) =>
  preparedProject(`figures ${name}`, async (context, place) => {
    const words = Array.from({ length: awkward.codes }, (_, at) => at);
    for (let at = 0; at < 7; at++) {
      const sentences = words
        .filter((word) => (word + at) % 3 !== 0 || at === 0)
        .map((word) => `村里的${wordOf(word)}和${wordOf((word + at + 1) % awkward.codes)}很好。`);
      writeFileSync(join(place, `c${at}.txt`), sentences.join(''));
    }
    const rows = Array.from(
      { length: 7 },
      (_, at) => `c${at},${['江西', '新疆生产建设兵团', '甲<&"'][at % 3]}`,
    );
    const attributes = join(folder.path, 'cases.csv');
    writeFileSync(attributes, `id,province\n${rows.join('\n').replaceAll('甲<&"', '"甲<&"""')}\n`);
    await importCases(context, { paths: [place], attributes, skipBad: true });
    await mineKeywords(context, { by: 'province', top: 8, minFrequency: 2 });
    const codebook = join(folder.path, `${name}.json`);
    writeFileSync(codebook, JSON.stringify(awkwardCodebook(awkward)));
    await codeCases(context, { codebook });
    for (const coder of CODERS) {
      const who = { coder, reason: '' };
      for (const code of [0, 1].slice(0, awkward.codes))
        await codePassage(context, {
          ...who,
          caseId: 'c0',
          codes: [`l${awkward.levels - 1}-${code}`],
          quote: `村里的${wordOf(code)}`,
        });
      await finishCases(context, { ...who, cases: ['c0', 'c1'] });
    }
    const lowest = `l${awkward.levels - 1}`;
    for (let at = 1; at < Math.min(awkward.codes, 6); at++)
      await relateCodes(context, {
        code: `${lowest}-${at}`,
        to: `${lowest}-${(at - 1) >> 1}`,
        as: '中介条件',
        coder: '左',
        reason: '',
      });
  });

const LONG = {
  zh: '关于产业扶贫与就业帮扶的非常长的名称𠀀𪚥用来检验标签怎样折行<&"怎样截短',
  en: 'counterrevolutionary-internationalisation of <&" things 𝒜 that nobody can abbreviate',
};
const PROJECTS = {
  'sixty long codes': await awkwardProject('sixty', { levels: 3, codes: 60, label: LONG }),
  'one code': await awkwardProject('one', { levels: 1, codes: 1, label: { zh: '', en: '' } }),
  'one level': await awkwardProject('level', { levels: 1, codes: 5, label: LONG }),
  'nothing coded': await preparedProject('figures uncoded', async (context, place) => {
    writeFileSync(join(place, 'c0.txt'), '今天天气很好。');
    await importCases(context, { paths: [place] });
  }),
};

const MORE: Readonly<Partial<Record<string, readonly Partial<FigureRequest>[]>>> = {
  bars: [{}, { count: 'cases', level: 1 }],
  framework: [{}, { count: 'references' }],
  sankey: [{}, { count: 'references', level: 1 }, { count: 'cases', level: 3 }],
  crosstab: [{ by: 'province' }, { by: 'province', level: 1 }],
  crosswalk: [{ codebooks: ['awkward', 'awkward'] }],
  agreement: [{}, { unit: 'keyword' }],
};
const REQUESTS: FigureRequest[] = figureNames.flatMap((name) =>
  (MORE[name] ?? [{}]).map((more) => ({ name, ...more })),
);

describe.each(Object.entries(PROJECTS))('a project of %s', (_, path) => {
  it.each(REQUESTS)('is drawn whole and within the picture, or refused: %o', async (request) => {
    const context = copyProject(path);
    for (const width of [80, 160]) {
      for (const language of ['zh', 'en'] as const) {
        const made = await makeFigure(context, { ...request, width, language }).catch(
          (error: unknown) => error,
        );
        if (made instanceof UserError) {
          expect(made.code).toMatch(/^(figure|tables|agree|saturation)\/|not-coded$/);
          continue;
        }
        if (made instanceof Error) throw made;
        const { svg, height, table } = made as Awaited<ReturnType<typeof makeFigure>>;
        expect(partsOutside(svg), `${width} ${language}`).toEqual([]);
        expect(height).toBeLessThanOrEqual(TALLEST / PER_MM);
        expect(linesOf(svg).length).toBeGreaterThan(0);
        expect(table.cells.length).toBeGreaterThan(0);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
  });
});
