import { HAN } from '../../../text/han.js';

/** The label of a turn where it stands in a line (UTF-16 units): the name that is written and where what is said begins. */
export interface TurnLabel {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const ASKS = '(?:访谈|采访|访问|提问|调查|调研|研究|主持|询问|督导|督查)';
const INTERVIEWER = new RegExp(
  `^(?![受被])(?:.{0,3}${ASKS}(?:者|人|员|方|组)|提问|发问|问|问者|笔者|课题组|记者|.{1,8}记者|Q|问话人|interviewers?|researcher|moderator|facilitator|questions?)(?:[\\dA-Za-z一二三四五六甲乙丙丁]{1,3}|[（(].{1,12}[）)])?$`,
  'iu',
);
const INTERVIEWER_NAMED = new RegExp(
  `^(?:记者|主持人|访谈者|访谈员|采访者|采访人|调查员|调研员|访问员)\\s?[${HAN}]{1,4}$`,
  'u',
);
/** These ask where others answer; elsewhere 问题一： begins a statement. */
const ASKER_BESIDE_ANSWERS =
  /^(?:访|(?:问题|提问)[\d一二三四五六七八九十]{1,3}|(?:[甲乙丙丁A-Z]|记者|笔者|访谈[者人员]|调[研查][组员])问)$/u;
const ROLE_BEHIND = new RegExp(
  `[（(](?![受被])[^（()）]{0,6}(?:${ASKS}(?:者|人|员)|记者|interviewer)[）)]$`,
  'iu',
);
const ANSWERER =
  /^(?:[受被](?:访谈?|采访|访问|调查|调研|询问)(?:者|人|对象|方|户|农户)?|(?:访谈|采访|调查|调研|访问)对象|受访.{0,4}|受|回答|答|答者|[甲乙丙丁A-Z]答|A|interviewees?|respondents?|participants?|answers?)(?:[\dA-Za-z一二三四五六甲乙丙丁]{1,3}|[（(].{1,16}[）)])?$/iu;
const TIME = '(?:[[（(【]?\\s*\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?(?:[.,]\\d{1,3})?\\s*[\\]）)】]?)';
const NAME = `(?:[${HAN}]{1,8}|[A-Za-z][A-Za-z.]{0,14}|[${HAN}]{1,4}(?:某|×|X|\\*){1,2}[${HAN}]{0,3})(?:[ -]?(?:\\d{1,3}|[A-Za-z甲乙丙丁]))?(?:[-–]\\d{1,3})?`;
const ROLE = '(?:\\s?[（(【][^（()）】\\n]{1,24}[）)】])?';
const OPEN = '[【［\\[<〔]?';
const CLOSE = '[】］\\]>〕]?';
const LABEL = `${OPEN}(?<name>${NAME}${ROLE})${CLOSE}`;
/** Behind these no colon is needed. */
const BARE = '(?:[问答访受]|[QA]\\d{0,2})';
const AT_LINE_START = new RegExp(
  `^(?:[-—–•*■●▲◆□○◇△▶►★☆◎※]\\s?|\\d{1,3}[.、．]\\s?)?(?:${TIME}\\s*)?${LABEL}\\s*(?:${TIME}\\s*)?(?:[：:](?!\\d{2}|//)|\\t|(?<=^\\S?${BARE})[. ．])`,
  'u',
);
/** Programs that write down speech put the label and the time on a line of their own. */
const TIME_AND_LABEL = new RegExp(`^${TIME}\\s*${LABEL}\\s*[：:]?$`, 'u');
const LABEL_AND_TIME = new RegExp(`^${LABEL}\\s*${TIME}\\s*[：:]?$`, 'u');
const BEFORE_COLON = new RegExp(`(?<=[。！？…；”"）)]s?|s)${LABEL}$`, 'u');
/** A role in brackets needs no colon behind it, and one on a line of its own needs neither. */
const BRACKETED = /^[【［[〔](?<name>[^】］\]〕\n：:]{1,16})[】］\]〕]\s*/;
const LONGEST_ROLE = 12;
const LONGEST_LABEL = 40;
/** What is no name but says something of it: narrative, fields and lists. */
const NO_NAME =
  /(?:说|道|讲|称|认为|指出|表示|强调|回忆|介绍|写道|提到|如下|包括|例如|比如|即|是|为|有|的|了|等|时|后|前|中|上|下)$|^(?:一是|二是|三是|四是|五是|其|第|注|例|如|图|表|附|首先|其次|再次|最后|同时|此外|总之|因此|所以|但是)/;

/** The label that a line begins with, if it begins as a turn does. */
export function labelAtStart(line: string): TurnLabel | null {
  return labelWithColon(line) ?? roleWithoutColon(line);
}

const MAY_BE_LABEL = new RegExp(`[：:\\t]|^\\S?${BARE}[. ．]`);

/** Only roles, for whatever else stands in brackets or alone on a line may be a heading. */
function roleWithoutColon(line: string): TurnLabel | null {
  const bracketed = BRACKETED.exec(line);
  const name = bracketed?.groups?.['name'] ?? line.trim();
  if (name.length > LONGEST_ROLE || !(isInterviewer(name) || isAnswerer(name))) return null;
  return { name, start: 0, end: bracketed?.[0].length ?? line.length };
}

function labelWithColon(line: string): TurnLabel | null {
  if (!MAY_BE_LABEL.test(line.slice(0, LONGEST_LABEL))) return null;
  const match = TIME_AND_LABEL.exec(line) ?? LABEL_AND_TIME.exec(line) ?? AT_LINE_START.exec(line);
  const name = match?.groups?.['name'];
  if (!match || name === undefined || NO_NAME.test(name)) return null;
  return { name, start: 0, end: match[0].length };
}

/** The labels within a line that stand where a sentence begins. */
export function labelsWithin(line: string): TurnLabel[] {
  const labels: TurnLabel[] = [];
  for (const { index } of line.matchAll(/[：:]/g)) {
    const before = line.slice(Math.max(0, index - LONGEST_LABEL), index);
    const label = BEFORE_COLON.exec(before);
    if (label === null) continue;
    const name = label.groups?.['name'] ?? '';
    labels.push({ name, start: index - label[0].length, end: index + 1 });
  }
  return labels;
}

/** Whether a label says of itself that who speaks asks the questions. */
export function isInterviewer(name: string): boolean {
  return INTERVIEWER.test(name) || INTERVIEWER_NAMED.test(name) || ROLE_BEHIND.test(name);
}

/** Whether a label may be that of who asks, which only labels of answers show. */
export function asksAmongAnswers(name: string): boolean {
  return ASKER_BESIDE_ANSWERS.test(name);
}

/** Whether a label says of itself that who speaks answers. */
export function isAnswerer(name: string): boolean {
  return ANSWERER.test(name);
}

/** The label without what it says of the speaker in brackets: 张主任 for 张主任（村支书）. */
export function plainName(name: string): string {
  return name.replace(/\s?[（(【][^（()）】]*[）)】]$/, '');
}
