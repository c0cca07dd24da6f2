import type { OtherWriting } from '../model/other-writing.js';
import { readingScore } from './reading-score.js';

/** What bytes look like that are no Chinese text in an encoding that is looked for; `encodings` the likeliest first. */
export interface OtherEncoding {
  readonly writing: OtherWriting;
  readonly encodings: string;
}

/** A writing by its usual characters. */
interface Kind {
  readonly writing: OtherWriting;
  readonly encodings: readonly string[];
  readonly usual: RegExp;
  /** Their share where it is read rightly, those of ASCII aside. */
  readonly least: number;
  /** Its bytes score less when they are read as Chinese. */
  readonly below: number;
}

/** A reading as Chinese with such a score is nothing else; lists of names and short titles score less. */
const SURELY_CHINESE = 1.3;
const UNLIKELY_CHINESE = 0.75;

/** Syllables that make up half of any Korean text; of those that bytes of Chinese give by chance they are a thirtieth. */
const SYLLABLES =
  /[이다의는에을가를은로고하지기한도사서대인어아리자시일전정부니나라스해그들여보수상주제게장구원과공안성있경국적선조연유만동무학우방세소비문모계화생용관체위습합되]/g;

/** The most common characters in EUC-TW as GB18030 reads these bytes, without those that Chinese and its names use often. */
const MISREAD_EUC_TW =
  /[嘻摹倾拟魔滔菡页母傧盆针唆辕祈摊散氢砒摅拧枳醛淠配圊侬闹卒亩绱耐氅塄辍域仍靴鹦挝驮漆诘孱逆庑後岖蒎榨缳陌嬗耪脓仨溶抹堋啬戊堍枰披庳葭胎瘫瘼宓损龅诜淦欺篇誓吞秋筌怃破蹁寝岂抬髓嘤评挪希屮拾肄抢闲怄曦侵罾涅戆爬虐忘亦韵拇臌乓叁锍执苌绗淘劬岣尕俾喧狞嘁谂席薏泖呢葑虽呷牺黝幔窄撵砧獐芋软讦絷裙娶窑菝戋堑羡叔纫螭僮骜腰纣兹璺脑苡谫绀衮苴佑杀琶伺哝拯铫绐绌摭摩俅诎腕暑沆伉疠鞋嵌探疸痛煲忾胁峥茹宪苫像钨啤葸萁磬腚膜掷惟鹨鹇筇馅炝簸怅荽炭酊娘毳您橇拳恃垡锹阼魉尢泞契葳讧捋讼梭著侪苔遘输绠颂褙泣豇揶麾徂睚倪绎详仉彗驺韧痨熄镊怩潆惝娜萋抒燧卮腈姨椭眩频赔饨鳋嬉爨戢丧呀遇芨阵铺骰诈蹋恻脬俑葙鏊坼显呐嚏酌蕃蛑臆悄茕]/g;

/** Encodings that no decoder reads, and the one whose reading shows them. */
const DECODED_AS: Readonly<Record<string, string>> = { 'euc-tw': 'gb18030' };

const KINDS: readonly Kind[] = [
  { writing: 'korean', encodings: ['euc-kr'], usual: SYLLABLES, least: 0.3, below: 1.15 },
  {
    writing: 'japanese',
    encodings: ['euc-jp', 'shift_jis'],
    usual: /[ぁ-んァ-ヶー]/g,
    least: 0.2,
    below: SURELY_CHINESE,
  },
  {
    writing: 'cyrillic',
    encodings: ['windows-1251', 'koi8-r', 'koi8-u', 'iso-8859-5', 'ibm866'],
    usual: /[а-яёіїєґўј]/g,
    least: 0.78,
    below: UNLIKELY_CHINESE,
  },
  {
    writing: 'greek',
    encodings: ['windows-1253', 'iso-8859-7'],
    usual: /[α-ωά-ώ]/g,
    least: 0.7,
    below: UNLIKELY_CHINESE,
  },
  { writing: 'hebrew', encodings: ['windows-1255'], usual: /[א-ת]/g, least: 0.85, below: UNLIKELY_CHINESE },
  { writing: 'arabic', encodings: ['windows-1256'], usual: /[ء-ي]/g, least: 0.78, below: UNLIKELY_CHINESE },
  { writing: 'unread', encodings: ['euc-tw'], usual: MISREAD_EUC_TW, least: 0.18, below: UNLIKELY_CHINESE },
  {
    writing: 'thai',
    encodings: ['windows-874'],
    usual: /[านรกอเงยลวมทตสค่้ัิี็ะไใแโ]/g,
    least: 0.58,
    below: UNLIKELY_CHINESE,
  },
];

/** Fewer bytes beyond ASCII prove nothing. */
const FEW_BYTES = 12;
/** Letters with accents are mostly single bytes between ASCII; the first bytes of Chinese are not. */
const MOSTLY = 0.5;

const ESCAPES: readonly (readonly [pattern: RegExp, writing: OtherWriting, encoding: string])[] = [
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these encodings begin with one
  [/\x1b\$(?:[@B]|\(D)/, 'japanese', 'iso-2022-jp'],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
  [/\x1b\$\)C/, 'unread', 'iso-2022-kr'],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
  [/\x1b\$[)*+][A-M]/, 'unread', 'iso-2022-cn'],
];
const CONTROL = /(?!\s)\p{Cc}/u;
const HZ = /~\{((?:[\x21-\x77][\x21-\x7e])+)~\}/g;
const UTF7 = /\+([A-Za-z\d+/]{3,})-?/g;

/** What a sample of bytes is in that uses nothing but ASCII, or four bytes a character; undefined when neither is so. */
export function escapedEncoding(sample: Uint8Array): OtherEncoding | undefined {
  if (isFourBytesEach(sample)) return { writing: 'unread', encodings: 'utf-32' };
  if (sample.some((byte) => byte >= 0x80 || byte === 0)) return undefined;
  const ascii = Buffer.from(sample.buffer, sample.byteOffset, sample.length).toString('latin1');
  for (const [pattern, writing, encodings] of ESCAPES) {
    if (pattern.test(ascii)) return { writing, encodings };
  }
  const spelled = (pattern: RegExp, read: (code: string) => string) =>
    readingScore(Array.from(ascii.matchAll(pattern), ([, code = '']) => read(code)).join('')) >=
    UNLIKELY_CHINESE;
  if (spelled(HZ, readHz)) return { writing: 'unread', encodings: 'hz-gb-2312' };
  return spelled(UTF7, readUtf7) ? { writing: 'unread', encodings: 'utf-7' } : undefined;
}

/** What a sample of bytes is in whose best reading as Chinese has this score; undefined when it looks like no other writing. */
export function otherEncoding(sample: Uint8Array, score: number): OtherEncoding | undefined {
  const lone = shareOfLoneBytes(sample);
  if (lone === 1 || (lone >= MOSTLY && score < UNLIKELY_CHINESE)) {
    return { writing: 'latin', encodings: 'windows-1252' };
  }
  if (sample.filter((byte) => byte >= 0x80).length < FEW_BYTES) return undefined;
  const fitting = KINDS.filter(({ below }) => score < below)
    .flatMap(({ writing, encodings, usual, least }) =>
      encodings.map((encoding) => {
        const share = shareOf(usual, sample, DECODED_AS[encoding] ?? encoding);
        return { writing, encoding, share, least };
      }),
    )
    .filter(({ share, least }) => share >= least)
    .sort((a, b) => b.share - a.share);
  const writing = fitting[0]?.writing;
  const encodings = fitting.filter((one) => one.writing === writing).map(({ encoding }) => encoding);
  return writing && { writing, encodings: encodings.join(', ') };
}

/** The share of these characters among those beyond ASCII in a reading; 0 when the bytes cannot be read so. */
function shareOf(usual: RegExp, sample: Uint8Array, encoding: string): number {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
    const beyond = text.match(/[\u0080-\u{10ffff}]/gu)?.length ?? 0;
    return (text.match(usual)?.length ?? 0) / Math.max(1, beyond);
  } catch {
    return 0;
  }
}

/** The share of bytes between two of ASCII among those beyond it. */
function shareOfLoneBytes(sample: Uint8Array): number {
  let beyond = 0;
  let lone = 0;
  for (const [at, byte] of sample.entries()) {
    if (byte < 0x80) continue;
    beyond += 1;
    if ((sample[at - 1] ?? 0) < 0x80 && (sample[at + 1] ?? 0) < 0x80) lone += 1;
  }
  return beyond === 0 ? 0 : lone / beyond;
}

/** So many of four bytes each prove something: the head of a picture may have one. */
const FEW_CHARACTERS = 4;

/** Whether every four bytes are a character: UTF-16 has no words of zeros between its others. */
function isFourBytesEach(sample: Uint8Array): boolean {
  const words = new DataView(sample.buffer, sample.byteOffset, sample.length - (sample.length % 4));
  // The sample may begin in the middle of a character.
  return [0, 2].some((first) =>
    [true, false].some((isLittle) => {
      const codes: number[] = [];
      for (let at = first; at + 4 <= words.byteLength; at += 4) codes.push(words.getUint32(at, isLittle));
      return (
        codes.length >= FEW_CHARACTERS &&
        codes.every((code) => code <= 0x10ffff && !CONTROL.test(String.fromCodePoint(code)))
      );
    }),
  );
}

function readHz(code: string): string {
  const bytes = Uint8Array.from(code, (character) => character.charCodeAt(0) | 0x80);
  return new TextDecoder('gb18030').decode(bytes);
}

function readUtf7(code: string): string {
  const bytes = Buffer.from(code, 'base64');
  return new TextDecoder('utf-16be').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
}
