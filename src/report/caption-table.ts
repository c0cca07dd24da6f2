import { describeAttribute } from '../model/derived-attribute.js';
import type { Language } from '../model/language.js';
import type { TableName } from '../model/table-name.js';
import type { TableSource } from '../model/table-source.js';
import { describeCounted } from '../text/describe-counted.js';
import { describeView } from '../text/describe-view.js';
import { english } from '../text/english.js';
import { briefMeanings } from './brief-meanings.js';
import { captionReliability, captionSaturation } from './caption-assessment.js';
import { captionContrast } from './caption-contrast.js';
import { captionKwic } from './caption-kwic.js';
import { captionSample, captionWords } from './caption-sample.js';
import { describeUnits } from './describe-units.js';
import { OF_PEOPLE, PAIRS } from './labels.js';
import { meanings, weights } from './meanings.js';

/** The tables of which no row is a coding: those made before anything is coded, and verdicts as coders gave them. */
const WITHOUT_CODINGS: readonly TableName[] = [
  'sample',
  'top-words',
  'keywords',
  'weights',
  'kwic',
  'keyness',
  'contested',
];

/** The caption of a table: what it counts, from which run and filter, and how much a person confirmed. */
export function captionTable(name: TableName, source: TableSource, language: Language): string {
  const caption = describeTable(name, source, language);
  const { rows } = source.filters;
  if (rows === undefined) return caption;
  return language === 'zh'
    ? `${caption}仅列前 ${rows} 行。`
    : english`${caption} Only the first ${rows} rows.`;
}

/**
 * The note under a printed table: in few words what it counts, and over which cases. Runs, left out regions and the whole of what
 * counts mean are for an appendix.
 */
export function notePrintedTable(name: TableName, source: TableSource, language: Language): string {
  if (OF_PEOPLE.includes(name)) return ofPeople(source, language).trim();
  const { regions } = source;
  const printed = { ...source, runIds: [], generations: [], regions: { ...regions, sets: [] } };
  const isCoded = !WITHOUT_CODINGS.includes(name);
  const parts = [briefMeanings[language][name] ?? '', describeSource(printed, language, { isCoded })];
  return parts.filter(Boolean).join(language === 'zh' ? '' : ' ');
}

function describeTable(name: TableName, given: TableSource, language: Language): string {
  // Its rows are what the note on verdicts that differ leads to.
  const source = name === 'contested' ? { ...given, contested: 0 } : given;
  const parts = [meanings[language][name]];
  if (OF_PEOPLE.includes(name)) return [...parts, ofPeople(source, language)].join('');
  if (name === 'keywords') parts.push(weights[language][source.weight]);
  if (PAIRS.includes(name)) parts.push(describeUnits(source, language));
  const { quotes } = source.filters;
  if (quotes !== undefined) {
    parts.push(language === 'zh' ? `每项至多引用 ${quotes} 条。` : `At most ${quotes} quotes each.`);
  }
  parts.push(describeSource(source, language, { isCoded: !WITHOUT_CODINGS.includes(name) }));
  return parts.join(language === 'zh' ? '' : ' ');
}

/** What the numbers of a table or figure were made from, and how much of it a person confirmed. */
export function describeSource(
  source: TableSource,
  language: Language,
  { isCoded = true }: { readonly isCoded?: boolean } = {},
): string {
  const parts = [
    captionKwic(source, language),
    source.contrast && captionContrast(source.contrast, source.by, language),
    source.saturation && captionSaturation(source.saturation, language),
    language === 'zh' ? chineseSource(source) : englishSource(source),
    describeCounted(source.regions, language),
    captionSample(source, language),
    captionWords(source, language),
    source.generations.length > 1 && generationsOf(source, language),
    ...source.generations.map((one) => one.file !== null && fromElsewhere(one, language)),
    isCoded && source.codebooks.length > 0 && confirmation(source, language),
    source.wholeCases > 0 && ofWholeCases(source, language),
    source.contested > 0 && dissent(source, language),
  ];
  return parts.filter(Boolean).join(language === 'zh' ? '' : ' ');
}

function chineseSource({
  runIds,
  codebooks,
  by,
  cases,
  withoutText,
  excluded,
  sealed,
  view,
  filters,
}: TableSource): string {
  const parts = [
    `共 ${cases} 个案例`,
    withoutText > 0 && `其中 ${withoutText} 个没有文本（不挖掘、不筛选、不检索）`,
    excluded > 0 && `另有 ${excluded} 个案例已排除`,
    sealed > 0 && `另有 ${sealed} 个预留案例`,
    by && `分组：${by === 'case' ? '案例' : describeAttribute(by, 'zh')}`,
    codebooks.length > 0 &&
      `编码框架：${codebooks.map(({ id, version }) => `${id}（${version}）`).join(' × ')}`,
    describeView(view, 'zh'),
    filters.batch && `批次：${filters.batch}`,
    filters.status === 'confirmed' && '仅含已确认',
    runIds.length > 0 && `运行：${runIds.join(' × ')}`,
  ];
  return `${parts.filter(Boolean).join('；')}。`;
}

function englishSource({
  runIds,
  codebooks,
  by,
  cases,
  withoutText,
  excluded,
  sealed,
  view,
  filters,
}: TableSource): string {
  const parts = [
    english`${cases} cases`,
    withoutText > 0 && `${withoutText} of them without text (not mined, screened or searched)`,
    excluded > 0 && `${excluded} more excluded`,
    sealed > 0 && `${sealed} more sealed`,
    by && `grouped by ${describeAttribute(by, 'en')}`,
    codebooks.length > 0 &&
      `codebook ${codebooks.map(({ id, version }) => `${id} (${version})`).join(' × ')}`,
    describeView(view, 'en'),
    filters.batch && `batch ${filters.batch}`,
    filters.status === 'confirmed' && 'confirmed only',
    runIds.length > 0 && `${runIds.length > 1 ? 'runs' : 'run'} ${runIds.join(' × ')}`,
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}

/** What stands below a table that no run made. */
function ofPeople(source: TableSource, language: Language): string {
  const measured = source.reliability && captionReliability(source.reliability, language);
  const { batch } = source.filters;
  const ofBatch = batch === undefined ? '' : language === 'zh' ? `批次：${batch}。` : ` Batch: ${batch}.`;
  return (
    (measured ? `${language === 'zh' ? '' : ' '}${measured}${ofBatch}` : '') + writtenBy(source, language)
  );
}

/** Whose words alone a table of people's own words shows, and about which codebook. */
function writtenBy({ view, codebooks: [codebook] }: TableSource, language: Language): string {
  const { id, version } = codebook ?? {};
  const coder = view.kind === 'settled' ? undefined : view.coder;
  if (language === 'zh') {
    return (id ? `编码框架：${id}（${version}）。` : '') + (coder ? `编码者：${coder}。` : '');
  }
  return (id ? ` Codebook: ${id} (${version}).` : '') + (coder ? ` Coder: ${coder}.` : '');
}

/** Tells apart the statistics that the groups of a table are ranked with. */
function generationsOf({ generations }: TableSource, language: Language): string {
  if (language === 'zh') {
    const each = generations.map(
      ({ number, documents, runId, groups }) =>
        `第 ${number} 代（${documents} 个案例，运行 ${runId}）${groups} 组`,
    );
    return `各组所用的统计不属同一代，不同代的词频（分词计数）和权重不可互比：${each.join('，')}。`;
  }
  const each = generations.map(
    ({ number, documents, runId, groups }) =>
      english`generation ${number} (${documents} cases, run ${runId}) ranks ${groups} groups`,
  );
  return `Groups have different generations of statistics, whose frequencies (as segmented) and weights do not compare: ${each.join(', ')}.`;
}

/** Tells of statistics that are not those of the cases of the project. */
function fromElsewhere(
  { number, documents, file }: TableSource['generations'][number],
  language: Language,
): string {
  return language === 'zh'
    ? `第 ${number} 代统计取自 ${file}（其他语料的 ${documents} 个案例）：新词和各词的案例数来自该语料，词频是本项目文本中的。`
    : english`The statistics of generation ${number} come from ${file} (${documents} cases elsewhere): new words and the numbers of cases behind the weights are of that corpus, frequencies are of the texts here.`;
}

/** How many references have no place in a text. */
function ofWholeCases({ wholeCases }: TableSource, language: Language): string {
  return language === 'zh'
    ? `编码参考点中有 ${wholeCases} 个是对整个案例的编码：没有位置和原文，各计一个参考点，不与任何句子重叠。`
    : `${wholeCases} of the references ${wholeCases === 1 ? 'codes a case as a whole: it has' : 'code a case as a whole: they have'} no place and no words, each counts as one reference and overlaps no sentence.`;
}

/** How much coders differ about, which the table shows as the earliest of them judged. */
function dissent({ contested }: TableSource, language: Language): string {
  return language === 'zh'
    ? `编码者意见不同、尚未裁决的判定 ${contested} 个，按最早的判定计（见“意见不同的判定”表）。`
    : `Coders differ about ${contested} ${contested === 1 ? 'verdict' : 'verdicts'} that nobody adjudicated; the earliest counts (table contested).`;
}

function confirmation({ confirmed: { count, of, coders } }: TableSource, language: Language): string {
  if (language === 'zh') {
    const who = coders.length > 0 ? `（${coders.join('、')}）` : '';
    return `${of} 条编码中 ${count} 条经人工确认${who}，其余为程序建议（编码=归入编码的案例—关键词对、编码参考点、否定／问题表述）。`;
  }
  const who = coders.length > 0 ? ` (${coders.join(', ')})` : '';
  return english`${count} of ${of} codings confirmed by people${who}; the rest are proposals of the program (codings = mapped case × keyword pairs, references and counter-evidence).`;
}
