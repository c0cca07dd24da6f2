import type { PartDifference } from '../model/part.js';
import type { ErrorsOf } from './messages.js';

const differences: Readonly<Record<PartDifference, string>> = {
  command: '由另一命令生成',
  of: '总份数不同',
  toolVersion: '由另一版本的 zhagen 生成',
  dictionary: '所用词典不同',
  corpus: '来自其他文件，或文件内容不同',
  options: '所用选项不同',
};

/** The messages about parts of a corpus, in Chinese. */
export const errorsOfParts: ErrorsOf<'parts'> = {
  'parts/bad-number': ({ given }) => `--part：“${given}”不是份号。请写明第几份和总份数，如 --part 3/16。`,
  'parts/bad-name': ({ path }) => `--out：分份文件名须以 .part 结尾，“${path}”不是。`,
  'parts/standard-input': () => '标准输入不能分份读取，因为每一份都须看到全部文件。请写文件或文件夹。',
  'parts/not-overwritten': ({ path }) =>
    `${path}：已有同名文件，且不是分份文件，未作改动。请为 --out 另选名称，或先移走该文件。`,
  'parts/not-an-option': ({ option, command }) =>
    `--${option}：${command} 没有这个选项。参见：zhagen ${command} --help`,
  'parts/not-a-part': ({ path }) => `${path}：不是分份文件。分份文件由 zhagen part 生成。`,
  'parts/cut': ({ path }) =>
    `${path}：末尾没有回执：文件被截断、尚未写完，或后面添加了内容。请重新生成这一份。`,
  'parts/altered': ({ path }) => `${path}：内容与回执不符，写成之后有过改动。请重新生成这一份。`,
  'parts/doubled': ({ path, first, part, of }) =>
    `${path}：是 ${of} 份中的第 ${part} 份，与 ${first} 重复。每份只给一次。`,
  'parts/missing': ({ missing, of }) =>
    `共 ${of} 份，缺 ${missing.length} 份：${missing.join('、')}。请给出全部各份；未作合并。`,
  'parts/foreign': ({ path, first, what, found, wanted }) =>
    `${path}：与 ${first} 不属同一批：${differences[what]}（${found}；后者：${wanted}）。请只合并同一批文件的各份。`,
  'parts/other-option': ({ option, given, recorded, path }) =>
    `--${option} ${given}：各份以 ${recorded} 生成（${path}），合并时不能改变。请去掉该选项，或重新生成各份。`,
  'parts/doubled-case': ({ id }) =>
    `有两个案例的编号都是“${id}”。每个案例须有自己的编号（文件重名时，请给出其上级文件夹）。`,
};
