const CHINESE_DIGITS = '〇一二三四五六七八九';
const HEAVENLY_STEMS = '甲乙丙丁戊己庚辛壬癸';
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number from 1 as Word writes it in one of its formats (ST_NumberFormat of ECMA-376); else in digits. */
export function formatNumber(number: number, format: string): string {
  if (!Number.isInteger(number) || number < 1 || number > 9999) return String(number);
  switch (format) {
    case 'lowerLetter':
      return letters(number);
    case 'upperLetter':
      return letters(number).toUpperCase();
    case 'lowerRoman':
      return roman(number);
    case 'upperRoman':
      return roman(number).toUpperCase();
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return chinese(number);
    case 'ideographTraditional':
      return HEAVENLY_STEMS[number - 1] ?? String(number);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number <= 20 ? String.fromCodePoint(0x245f + number) : String(number);
    case 'decimalFullWidth':
      return String(number).replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    case 'decimalZero':
      return String(number).padStart(2, '0');
    default:
      return String(number);
  }
}

/** a … z, aa … zz: Word doubles the letter. */
function letters(number: number): string {
  return String.fromCodePoint(0x61 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

function roman(number: number): string {
  let left = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    text += sign.repeat(Math.floor(left / value));
    left %= value;
  }
  return text;
}

function chinese(number: number): string {
  const units = ['', '十', '百', '千'];
  const digits = [...String(number)].map(Number);
  let text = '';
  let gap = false;
  digits.forEach((digit, at) => {
    if (digit === 0) {
      gap = true;
      return;
    }
    text += `${gap ? '〇' : ''}${CHINESE_DIGITS[digit]}${units[digits.length - 1 - at]}`;
    gap = false;
  });
  return number >= 10 && number < 20 ? text.slice(1) : text;
}
