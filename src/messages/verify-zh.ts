import type { FaultKind, RunOutcome } from '../model/verification.js';
import { describePlace, type VerifyWords } from './verify-words.js';

const outcomes: Readonly<Record<Exclude<RunOutcome, 'other-version'>, string>> = {
  same: '已重算，结果相同',
  differs: '已重算，结果不同，见下',
  'changed-since': '此后项目有变动，无法重算；已核对存储的哈希值',
  replaced: '已被后来的运行取代',
  'kept-texts': '已核对文本的哈希值',
};

const faults: Readonly<Record<FaultKind, string>> = {
  'rows-changed': '被其他程序改动',
  'rows-gone': '被其他程序删除',
  'rows-added': '由其他程序添加',
  'other-hash': '与其哈希值不符',
  'log-broken': '与此前的判定不衔接',
  'not-by-log': '与判定记录的结果不符',
  'not-derived': '不能由文本和判定推得',
};

/** How many faults are listed; --json has all. */
const LISTED = 40;

/** What tables and columns are called. */
const names: Readonly<Record<string, string>> = {
  table: '数据表',
  case: '案例',
  group_name: '组',
  word: '词',
  codebook_id: '编码框架',
  revision: '判定',
  decision: '判定',
};

/** What is said about the checks of a project, in Chinese. */
export const verifyWords: VerifyWords = {
  heads: ['运行', '步骤', '版本', '结果'],
  outcome: ({ outcome, toolVersion }) =>
    outcome === 'other-version'
      ? `由 ${toolVersion} 版生成，本版无法重算；已核对存储的哈希值`
      : outcomes[outcome],
  found: ({ isIntact, texts, decisions, seals, faults: found, stateHash, logHash }) => [
    `已核对：文本 ${texts} 份，判定 ${decisions} 条，${
      seals > 0 ? `带哈希值的数据行 ${seals} 组` : '数据行没有存储的哈希值'
    }。`,
    ...(seals > 0 ? [] : ['该文件由早期版本写成；下次以写入方式打开时，数据行会得到哈希值。']),
    isIntact ? '没有发现不符之处。' : `不符之处 ${found.length} 处：`,
    ...found.slice(0, LISTED).map((fault) => `  ${describePlace(fault, names, '，')}：${faults[fault.kind]}`),
    ...(found.length > LISTED ? [`  ……另有 ${found.length - LISTED} 处，全部见 --json`] : []),
    ...(stateHash ? [`项目哈希值：${stateHash}`] : []),
    ...(logHash ? [`判定记录哈希值：${logHash}`] : []),
  ],
};
