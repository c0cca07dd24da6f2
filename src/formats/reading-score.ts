import { isHan } from '../text/han.js';

/** The characters that make up about two thirds of any Chinese text, with their traditional forms. */
const FREQUENT = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理府层队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙乡村镇扶贫脱攻坚振兴策施项投融策帮困助户业驻促居境策振贷款培训就补贴旅游培'.concat(
    '這為個國時來們於對會發動過說產種後學經進著電裡裏實兩體機當點從業應開還關樣與線數義間變條結問無係軍題黨質氣沒無總設長頭資邊級圖統較將組見計別論運農幾區強決戰則據處東導壓爭濟階術極聯認權證單風帶場車務萬達議聲報鬥類離華確張馬節話況傳許廣記記觀織裝眾書複復兒須際驗連斷難礦備習響約勞團歷歲稱準號維劃選標寫親專廠識適屬圓滿縣參紅細聽該鐵價嚴龍鄉鎮貧脫堅興項幫戶駐補貼遊貸訓層隊給門紀',
  ),
);

/** Marks that only texts set in Chinese have. */
const CHINESE_MARKS = /[\u3000-\u3003\u3008-\u3011\u3014\u3015\uff01-\uff5e“”‘’—…·]/u;

/** What no text holds, read rightly: control characters, halves and private characters. */
const IMPOSSIBLE = /(?!\s)[\p{Cc}\p{Co}\p{Cn}\p{Cs}\ufffd]/u;

/** Points of one character: how much more often it stands in Chinese text than in misread bytes. */
const FREQUENT_HAN = 2;
const COMMON_HAN = 0.5;
const RARE_HAN = -0.5;
const CHINESE_MARK = 1;
/** Of a text that has nothing but ASCII. */
const ASCII = 0.3;
const FOREIGN = -1;
const IMPOSSIBLE_CHARACTER = -4;

/** Made when bytes are first read: it takes as long as a third of a short command. */
let commonHan: ReadonlySet<string> | undefined;

/**
 * How much a reading of bytes looks like Chinese text, a mean over its characters: above 1 for running text,
 * below 0 for bytes read in another encoding than their own. ASCII counts only where there is nothing else.
 */
export function readingScore(text: string): number {
  commonHan ??= firstLevels();
  let sum = 0;
  let characters = 0;
  for (const character of text) {
    if (character < '\x80' && !IMPOSSIBLE.test(character)) continue;
    sum += points(character, commonHan);
    characters += 1;
  }
  if (characters > 0) return sum / characters;
  return text === '' ? 0 : ASCII;
}

function points(character: string, common: ReadonlySet<string>): number {
  if (FREQUENT.has(character)) return FREQUENT_HAN;
  if (common.has(character)) return COMMON_HAN;
  if (isHan(character.codePointAt(0) ?? 0)) return RARE_HAN;
  if (CHINESE_MARKS.test(character)) return CHINESE_MARK;
  return IMPOSSIBLE.test(character) ? IMPOSSIBLE_CHARACTER : FOREIGN;
}

/** The first levels of GB 2312 and Big5: both standards set the common characters apart by their place. */
function firstLevels(): ReadonlySet<string> {
  const rows = (encoding: string, from: number, to: number) => {
    const decoder = new TextDecoder(encoding);
    const bytes: number[] = [];
    for (let lead = from; lead <= to; lead += 1) {
      for (let trail = 0x40; trail <= 0xfe; trail += 1) {
        const isTrail = trail >= 0xa1 || (encoding === 'big5' && trail <= 0x7e);
        if (isTrail) bytes.push(lead, trail);
      }
    }
    return decoder.decode(Uint8Array.from(bytes));
  };
  return new Set([...rows('gb18030', 0xb0, 0xd7), ...rows('big5', 0xa4, 0xc6)]);
}
