import { HAN } from '../../../text/han.js';
import type { RegionLine } from './region-line.js';
import { asksAmongAnswers, isAnswerer, isInterviewer, plainName, type TurnLabel } from './speakers.js';

/** A line that begins as a turn may. */
export interface LabelledLine {
  readonly at: number;
  readonly label: TurnLabel;
  /** What stands behind the label. */
  readonly said: string;
  /** Whether the next line has no label, so that it may go on with what is said. */
  readonly goesOn: boolean;
}

/** Who speaks in a text: the labels of those who ask and of all others. */
export interface Cast {
  readonly askers: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
}

const SPEECH = /[。？！…，?!]/;
const SENTENCE = /[。？！…?!]/;
const QUESTION = /[？?][”"]?$/;
const PERSON =
  /^[A-Z]{1,3}-?\d{1,3}$|^[甲乙丙丁戊己庚辛]$|^[老小阿].|(?:主任|书记|支书|[村乡镇县市省组队校院所站厂班]长|经理|老板|老师|医生|教授|博士|师傅|大[爷妈叔姐哥娘伯婶]|阿姨|奶奶|爷爷|[叔婶嫂哥姐总]|某+|先生|女士|同志|户|民|员|人|者)[\dA-Z甲乙丙丁一二三四五]{0,2}$/;
const LEGEND = new RegExp(
  `([A-Z]\\d?|[${HAN}]{1,4})\\s*(?:代表|表示|指代|指|即|为|是|=|＝|——|：)\\s*(?:[${HAN}]{0,4})(?:访谈者|访谈员|采访者|采访人|访问者|访问员|调查员|调研员|研究者|主持人|记者|interviewer)`,
  'giu',
);
const SHORT_FORM = new RegExp(
  `([${HAN}]{2,5})[（(](?:以下|下文)?(?:均|皆)?(?:简称|称|记作|记为|用)[“"]?([${HAN}]{1,4}|[A-Z]\\d?)[”"]?(?:表示|代表)?[）)]`,
  'gu',
);
const ASKING = /访谈|采访|访问|调查|研究|主持|记者|interviewer/i;
const LONGEST_LEGEND = 200;
const LEAST_SPEECH = 0.6;
const LEAST_TURNS = 2;
const LEAST_SWITCHES = 2;
const LONGEST_FIELD = 40;

/** Who takes turns, from the labels of lines: roles by their names, other names when they come again in turn. */
export function findCast(lines: readonly RegionLine[], labelled: readonly LabelledLine[]): Cast {
  const counts = countLabels(labelled);
  const turns = labelled.filter((line) => !isField(line, counts));
  const names = groupByName(turns);
  const askers = new Set([...names.keys()].filter((name) => isInterviewer(name)));
  const answerers = new Set([...names.keys()].filter((name) => isAnswerer(name) && !askers.has(name)));
  if (answerers.size > 0) for (const name of names.keys()) if (asksAmongAnswers(name)) askers.add(name);
  for (const name of namedAskers(lines, labelled, counts)) if (names.has(name)) askers.add(name);
  const letters = new Set([...names.keys()].filter((name) => /^[A-Z]\d{0,2}$/.test(name)));
  // I asks and R answers, M leads a group of participants; alone they are letters like others.
  const hasOthers = (pattern: RegExp) => [...letters].some((name) => pattern.test(name));
  if (letters.has('I') && hasOthers(/^[RPA]\d*$/)) askers.add('I');
  if (letters.has('M') && hasOthers(/^[RPFA]\d*$/)) askers.add('M');
  if (askers.size === 0) answerers.delete('A');
  const named = findNamed(turns, names, askers.size + answerers.size > 0);
  const once = askers.size > 0 || named.length > 1 ? findOnce(names) : [];
  const others = new Set([...answerers, ...named, ...once].filter((name) => !askers.has(name)));
  const asked = turns.filter(
    ({ label }) => askers.has(label.name) || askers.has(plainName(label.name)),
  ).length;
  const isDialogue = asked >= LEAST_TURNS || (asked > 0 && others.size > 0) || others.size >= 2;
  return isDialogue ? { askers, others } : { askers: new Set(), others: new Set() };
}

function countLabels(labelled: readonly LabelledLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { label } of labelled) counts.set(label.name, (counts.get(label.name) ?? 0) + 1);
  return counts;
}

function groupByName(turns: readonly LabelledLine[]): ReadonlyMap<string, LabelledLine[]> {
  const names = new Map<string, LabelledLine[]>();
  for (const turn of turns) {
    const name = plainName(turn.label.name);
    const role = isInterviewer(turn.label.name) ? turn.label.name : name;
    const same = names.get(role);
    if (same === undefined) names.set(role, [turn]);
    else same.push(turn);
  }
  return names;
}

/** A role that stands once, with a name behind it, is a field of a form: 访谈者：李某. */
function isField({ label, said }: LabelledLine, counts: ReadonlyMap<string, number>): boolean {
  if (/^.$/u.test(label.name) || said === '' || SENTENCE.test(said) || said.length > LONGEST_FIELD)
    return false;
  return counts.get(label.name) === 1;
}

/** The names of those of whom the text says that they ask, as labels may shorten them: 李某, 李; A代表访谈者. */
function namedAskers(
  lines: readonly RegionLine[],
  labelled: readonly LabelledLine[],
  counts: ReadonlyMap<string, number>,
): Set<string> {
  const names = new Set<string>();
  for (const line of labelled) {
    if (!isInterviewer(line.label.name) || !isField(line, counts)) continue;
    for (const name of line.said.match(new RegExp(`[${HAN}]{2,4}|[A-Z]`, 'gu')) ?? []) {
      names.add(name);
      names.add([...name][0] ?? name);
    }
  }
  for (const { text } of lines) {
    if (text.length > LONGEST_LEGEND || !ASKING.test(text)) continue;
    for (const [, name = ''] of text.matchAll(LEGEND)) names.add(name);
    for (const [, role = '', name = ''] of text.matchAll(SHORT_FORM)) {
      if (isInterviewer(role)) names.add(name);
    }
  }
  return names;
}

/** Where there is a dialogue, somebody may say but one thing: a name as people have them, or a letter with a number. */
function findOnce(names: ReadonlyMap<string, readonly LabelledLine[]>): string[] {
  return [...names]
    .filter(([name, [line]]) => PERSON.test(name) && !isInterviewer(name) && SPEECH.test(line?.said ?? ''))
    .map(([name]) => name);
}

/** Names that come again at the beginning of lines, in turn with others, and behind which somebody speaks. */
function findNamed(
  turns: readonly LabelledLine[],
  names: ReadonlyMap<string, readonly LabelledLine[]>,
  hasRoles: boolean,
): string[] {
  const again = [...names].filter(([name, lines]) => lines.length >= LEAST_TURNS && !isInterviewer(name));
  const speaking = again.filter(([, lines]) => {
    const spoken = lines.filter(({ said, goesOn }) => SPEECH.test(said) || (said === '' && goesOn)).length;
    return spoken >= LEAST_SPEECH * lines.length;
  });
  const known = new Set(speaking.map(([name]) => name));
  const sequence = turns.map(({ label }) => plainName(label.name));
  const switches = sequence.filter(
    (name, at) => at > 0 && known.has(name) && sequence[at - 1] !== name,
  ).length;
  if (switches < LEAST_SWITCHES) return [];
  const asksSomething = turns.some(
    ({ label, said }) => known.has(plainName(label.name)) && QUESTION.test(said),
  );
  return [...known].filter((name) => hasRoles || asksSomething || PERSON.test(name));
}
