import { UserError } from '../../errors.js';
import type { Code, Codebook } from '../../model/codebook.js';
import { freeId } from '../../stages/code/learn-terms.js';
import { nearest } from '../../text/nearest.js';
import { toTextForm } from '../../text/text-form.js';

/** A code that a sheet founds, and the codes of nearly its name. */
export interface FoundedCode {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly near: readonly string[];
}

/** Reads the codes that people wrote in cells, of one codebook. */
export interface CodeCells {
  /** The codes that a cell names, each once; at a level (the lowest for new ones) where one is given. */
  readonly read: (cell: string, level?: string) => string[];
  /** Whether each name in a cell is that of a code. */
  readonly knows: (cell: string) => boolean;
  readonly labelOf: (id: string) => string;
  readonly founded: () => readonly FoundedCode[];
}

/** What parts the names of codes in a cell, and what does where names have none of it themselves. */
const PARTS = /[；;|\n]+/u;
const FINER = /[、，,/]+/u;
/** How many codes of nearly the same name are named. */
const NAMED = 3;

/**
 * Opens the codes of a codebook for reading cells. A name that no code has founds one if `isNew`.
 * @throws UserError sheet/unknown-code, decide/wrong-level, when a cell is read
 */
export function openCodeCells({ codes, levels }: Codebook, isNew: boolean): CodeCells {
  const byName = new Map<string, Code>();
  for (const code of codes) {
    for (const name of [code.id, code.label.zh, code.label.en].map(toTextForm)) {
      if (!byName.has(name)) byName.set(name, code);
    }
  }
  const ids = new Map<string, unknown>(codes.map((code) => [code.id, code]));
  const founded = new Map<string, FoundedCode>();
  const labels = codes.map(({ label }) => label.zh);
  const isKnown = (name: string) => byName.has(toTextForm(name)) || founded.has(toTextForm(name));
  const levelName = (id: string) => levels.find((one) => one.id === id)?.name.zh ?? id;

  const find = (written: string, level: string | undefined): string => {
    const name = toTextForm(written);
    const known = byName.get(name) ?? founded.get(name);
    if (known) {
      if (level !== undefined && known.level !== level) {
        throw new UserError('decide/wrong-level', {
          code: written,
          level: levelName(known.level),
          wanted: levelName(level),
        });
      }
      return known.id;
    }
    const near = nearNames(name, [...labels, ...[...founded.values()].map((one) => one.name)]);
    if (!isNew) throw new UserError('sheet/unknown-code', { name: written, near: near.join('、') });
    const id = freeId(ids, name);
    ids.set(id, name);
    founded.set(name, { id, name, level: level ?? levels.at(-1)?.id ?? '', near });
    return id;
  };
  const labelOfId = new Map(codes.map(({ id, label }) => [id, label.zh]));
  return {
    read: (cell, level) => [...new Set(namesIn(cell, isKnown).map((name) => find(name, level)))],
    knows: (cell) => namesIn(cell, isKnown).every(isKnown),
    labelOf: (id) => labelOfId.get(id) ?? [...founded.values()].find((one) => one.id === id)?.name ?? id,
    founded: () => [...founded.values()],
  };
}

function namesIn(cell: string, isKnown: (name: string) => boolean): string[] {
  const parts = (text: string, by: RegExp) =>
    text
      .split(by)
      .map((one) => one.trim())
      .filter(Boolean);
  if (isKnown(cell)) return [cell];
  return parts(cell, PARTS).flatMap((part) => {
    const finer = isKnown(part) ? [part] : parts(part, FINER);
    return finer.some(isKnown) ? finer : [part];
  });
}

/** Names that differ by a character or two, or by what is before or behind them. */
function nearNames(name: string, known: readonly string[]): string[] {
  const length = [...name].length;
  const around = known.filter(
    (one) =>
      one !== name && Math.abs(one.length - name.length) <= 2 && (one.includes(name) || name.includes(one)),
  );
  const alike = nearest(name, known, NAMED, length > 5 ? 2 : 1);
  return [...new Set([...alike, ...around])].slice(0, NAMED);
}
