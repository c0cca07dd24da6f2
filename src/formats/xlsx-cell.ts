import type { CellObject } from '@e965/xlsx';
import type { CellDoubt } from '../model/cell-doubt.js';
import { doubtOfText } from './cell-text.js';

type SheetJs = typeof import('@e965/xlsx');

/** Excel itself keeps this many digits of a number. */
const EXACT_DIGITS = 15;
/** Formats by which a number is shown as another one, or with words. */
const OTHERWISE = /[%?¥$€￥]/;

/** Reads a cell as its value: dates as ISO, numbers unformatted. */
export function valueOfCell({ SSF }: SheetJs, cell: CellObject, uses1904: boolean): string {
  const { t: type, v: value, z: format, w: shown } = cell;
  if (type === 'e') return shown ?? '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'number') return value === undefined ? '' : String(value);
  if (isDate(SSF, cell)) return isoDate(SSF, value, uses1904) ?? String(value);
  // A format of zeros only makes ids such as 00012.
  if (typeof format === 'string' && /^0{2,}$/.test(format) && shown !== undefined) return shown;
  return String(Number(value.toPrecision(EXACT_DIGITS)));
}

/** Finds out why a cell may not hold what people wrote into it. */
export function doubtOfCell({ SSF }: SheetJs, cell: CellObject): CellDoubt | undefined {
  const { t: type, v: value, z: format, w = '', f: formula } = cell;
  if (type === 'e') return { kind: 'error', shown: w };
  if (type === 'z') return formula === undefined ? undefined : { kind: 'no-value', shown: `=${formula}` };
  if (typeof value === 'string') return doubtOfText(value);
  if (typeof value !== 'number') return undefined;
  if (isDate(SSF, cell)) return { kind: 'date', shown: w };
  if (Math.abs(value) >= 10 ** EXACT_DIGITS) return { kind: 'digits', shown: w };
  return typeof format === 'string' && OTHERWISE.test(format) ? { kind: 'format', shown: w } : undefined;
}

function isDate(ssf: SheetJs['SSF'], { z: format }: CellObject): boolean {
  return typeof format === 'string' && Boolean(ssf.is_date(format));
}

function isoDate(ssf: SheetJs['SSF'], serial: number, date1904: boolean): string | undefined {
  const parsed = ssf.parse_date_code(serial, { date1904 });
  if (!parsed) return undefined;
  const { y, m, d, H, M, S } = parsed;
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  const day = `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`;
  const time = `${two(H)}:${two(M)}:${two(S)}`;
  if (serial >= 0 && serial < 1) return time;
  return time === '00:00:00' ? day : `${day}T${time}`;
}
