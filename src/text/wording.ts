import type { TextForm } from './text-form.js';

/** A pattern read: its parts in order, each with its alternatives. */
export type Wording = readonly (readonly string[])[];

/** The parts of a pattern such as `派出|选派*医生`: `*` is a gap, `|` an alternative and binds closer. */
export function parseWording(pattern: string): Wording {
  return pattern.split('*').map((part) => part.split('|').map((one) => one.trim()));
}

/** Brings the words of a pattern to the form they have in clean texts. */
export function toWordingForm(pattern: string, form: TextForm): string {
  return parseWording(pattern)
    .map((part) => part.map(form).join('|'))
    .join('*');
}

/** A stretch `[start, end)` of a text in which a wording was found. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The stretches in which a wording stands, one for each place its last part stands at, with gaps of at most
 * `within`. Walks every list of places once, so that no text makes it slow: of the ways to a part only the
 * one that ends last can lead on, since it leaves the smallest gap.
 * @param places where a literal stands, in order of their start
 */
export function findWording(
  wording: Wording,
  within: number,
  places: (literal: string) => readonly Stretch[],
): Stretch[] {
  let found: Stretch[] | undefined;
  for (const part of wording) {
    const here = placesOfPart(part, places);
    found = found === undefined ? here : follow(found, here, within);
    if (found.length === 0) return found;
  }
  return found ?? [];
}

function placesOfPart(part: readonly string[], places: (literal: string) => readonly Stretch[]): Stretch[] {
  const lists = part.map(places).filter((list) => list.length > 0);
  const all = lists.flat();
  return lists.length <= 1 ? all : all.sort((a, b) => a.start - b.start || a.end - b.end);
}

function follow(before: readonly Stretch[], after: readonly Stretch[], within: number): Stretch[] {
  const byEnd = [...before].sort((a, b) => a.end - b.end || a.start - b.start);
  const reached: Stretch[] = [];
  let next = 0;
  for (const { start, end } of after) {
    while (next < byEnd.length && (byEnd[next] as Stretch).end <= start) next += 1;
    const nearest = byEnd[next - 1];
    if (nearest && start - nearest.end <= within) reached.push({ start: nearest.start, end });
  }
  return reached;
}

/** The smallest stretch that holds one of each list, if there is one with at most `within` between them. */
export function smallestHull(lists: readonly (readonly Stretch[])[], within: number): Stretch | null {
  const at = lists.map(() => 0);
  let best: Stretch | null = null;
  for (;;) {
    const chosen = lists.map((list, index) => list[at[index] as number]);
    if (chosen.some((one) => one === undefined)) return best;
    const stretches = chosen as Stretch[];
    const start = Math.min(...stretches.map((one) => one.start));
    const end = Math.max(...stretches.map((one) => one.end));
    const apart = end - start - stretches.reduce((sum, one) => sum + one.end - one.start, 0);
    if (apart <= within && (best === null || end - start < best.end - best.start)) best = { start, end };
    const first = stretches.findIndex((one) => one.start === start);
    at[first] = (at[first] as number) + 1;
  }
}
