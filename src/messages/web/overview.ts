import type { TaskName } from '../../workflow/project-overview.js';
import { bilingual } from './bilingual.js';

/** What is to be done when something is left of a task, and how that reads when nothing is. */
interface TaskWords {
  readonly left: (left: string) => string;
  readonly done: string;
}

type Tasks = Readonly<Record<TaskName, TaskWords>>;

const tasksZh: Tasks = {
  import: { left: () => '导入案例文本', done: '案例已导入' },
  mine: { left: (n) => `${n} 个案例尚未挖掘候选词`, done: '候选词已挖掘' },
  screen: { left: (n) => `${n} 个按规则保留的词还没有人看过`, done: '保留的词都有人看过' },
  code: { left: (n) => `${n} 个案例尚未编码`, done: '案例已编码' },
  merge: { left: (n) => `${n} 个案例关键词未归入核心关键词`, done: '案例关键词都已归入核心关键词' },
  review: { left: (n) => `${n} 条编码仍是程序建议，未经人工确认`, done: '编码都经人工确认' },
  settle: { left: (n) => `${n} 处编码者意见不同`, done: '没有未裁定的分歧' },
  revisit: { left: (n) => `${n} 条判定需要复核`, done: '没有待复核的判定' },
};

const tasksEn: Tasks = {
  import: { left: () => 'Import texts of cases', done: 'Cases are imported' },
  mine: { left: (n) => `Cases without candidates yet: ${n}`, done: 'Candidates are mined' },
  screen: {
    left: (n) => `Words kept by rules, not looked at: ${n}`,
    done: 'Somebody looked at all words that are kept',
  },
  code: { left: (n) => `Cases not coded yet: ${n}`, done: 'The cases are coded' },
  merge: {
    left: (n) => `Case keywords that belong to no core keyword: ${n}`,
    done: 'All case keywords belong to a core keyword',
  },
  review: {
    left: (n) => `Codings that are proposals nobody confirmed: ${n}`,
    done: 'All codings are confirmed',
  },
  settle: { left: (n) => `Verdicts that coders differ about: ${n}`, done: 'Coders differ about nothing' },
  revisit: { left: (n) => `Verdicts to revisit: ${n}`, done: 'No verdict is to be revisited' },
};

/** The page that says where the work stands. */
export const overviewWords = bilingual(
  {
    title: '概览',
    steps: '从案例到理论',
    cases: '案例',
    candidates: '候选词',
    caseKeywords: '案例关键词',
    coreKeywords: '核心关键词',
    stepHints: {
      cases: '纳入分析的案例数',
      candidates: '参加筛选的候选词，一个词在几个案例中就计几次',
      caseKeywords: '筛选后保留，一个词在几个案例中就计几次',
      coreKeywords: '有原始关键词归入的核心关键词，以不同的词计',
      level: '其下有编码的个数／全部',
    },
    quality: '人工复核',
    confirmed: '经人工确认的编码',
    ofAll: (count: string, of: string) => `${count}／${of} 条`,
    contested: '意见不同',
    toRevisit: '待复核',
    untouched: '从未打开的案例',
    untouchedHint: '没有人确认过其中的编码，也没有人标记完成',
    next: '下一步',
    nextRule: '以下按工作顺序排列；第一项未完成的就是下一步。',
    go: '前往',
    allDone: '各项工作都已完成，可以查看图表。',
    analyseAgain: '挖掘候选词并编码',
    analyse: '挖掘并编码',
    sameCodebook: '沿用上次的；尚未编码时用“六位一体”',
    framework: '理论框架图',
    codes: '各范畴的案例数与参考点数',
    code: '编码',
    caseCount: '案例数',
    references: '参考点数',
    assignments: '频次（案例×关键词）',
    shareOfCases: '占案例',
    more: '显示更多列',
    noCodes: '编码归入范畴之后，这里列出各范畴的案例数与参考点数。',
    tasks: tasksZh,
  },
  {
    title: 'Overview',
    steps: 'From cases to theory',
    cases: 'Cases',
    candidates: 'Candidates',
    caseKeywords: 'Case keywords',
    coreKeywords: 'Core keywords',
    stepHints: {
      cases: 'Cases that count',
      candidates: 'Candidates screened; a word counts once for each case it is in',
      caseKeywords: 'Kept by screening; a word counts once for each case it is in',
      coreKeywords: 'Core keywords that raw keywords belong to, each once',
      level: 'Those with anything coded / all',
    },
    quality: 'What people looked at',
    confirmed: 'Codings confirmed',
    ofAll: (count: string, of: string) => `${count} of ${of}`,
    contested: 'Contested',
    toRevisit: 'To revisit',
    untouched: 'Cases never opened',
    untouchedHint: 'Nobody confirmed a coding in them or is done with them',
    next: 'What to do next',
    nextRule: 'In the order of the work; the first that is not done comes next.',
    go: 'Go there',
    allDone: 'All of this is done: look at the tables.',
    analyseAgain: 'Mine candidates and code the cases',
    analyse: 'Mine and code',
    sameCodebook: 'The same as last time, at first “six pillars”',
    framework: 'Theoretical framework',
    codes: 'Cases and references of the categories',
    code: 'Code',
    caseCount: 'Cases',
    references: 'References',
    assignments: 'Assignments (case × keyword)',
    shareOfCases: 'Share of cases',
    more: 'More columns',
    noCodes: 'Once codes belong to categories, this lists the cases and references of each category.',
    tasks: tasksEn,
  },
);
