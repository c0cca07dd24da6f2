/** How many of the `drawn` are marked, when `marked` of `all` are. */
export interface Urn {
  readonly all: number;
  readonly marked: number;
  readonly drawn: number;
}

/** ln n! for n from 0 to `most`. */
export function logFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1);
  for (let n = 2; n <= most; n += 1) logs[n] = (logs[n - 1] as number) + Math.log(n);
  return logs;
}

/** The least and the most that can be drawn. */
export function supportOf({ all, marked, drawn }: Urn): { readonly least: number; readonly most: number } {
  return { least: Math.max(0, drawn + marked - all), most: Math.min(drawn, marked) };
}

/** The probability to draw just so many, of the hypergeometric distribution. */
export function probabilityOf(hits: number, { all, marked, drawn }: Urn, logs: Float64Array): number {
  const choose = (n: number, k: number) =>
    (logs[n] as number) - (logs[k] as number) - (logs[n - k] as number);
  return Math.exp(choose(marked, hits) + choose(all - marked, drawn - hits) - choose(all, drawn));
}

/** Draws a number of hits: goes out from the most likely number, by turns up and down, until a lot between 0 and 1 is used up. */
export function drawHits(urn: Urn, logs: Float64Array, lot: number): number {
  const { all, marked, drawn } = urn;
  const { least, most } = supportOf(urn);
  const mode = Math.floor(((drawn + 1) * (marked + 1)) / (all + 2));
  let [up, down] = [mode, mode];
  let above = probabilityOf(mode, urn, logs);
  let below = above;
  let left = lot - above;
  while (left >= 0 && (up < most || down > least)) {
    if (up < most) {
      above *= ((marked - up) * (drawn - up)) / ((up + 1) * (all - marked - drawn + up + 1));
      up += 1;
      left -= above;
      if (left < 0) return up;
    }
    if (down > least) {
      below *= (down * (all - marked - drawn + down)) / ((marked - down + 1) * (drawn - down + 1));
      down -= 1;
      left -= below;
      if (left < 0) return down;
    }
  }
  return mode;
}
