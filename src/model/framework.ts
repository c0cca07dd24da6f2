import type { Code, Codebook } from './codebook.js';

/** A codebook made ready for look-ups: every code with its way up to the top level. */
export interface Framework {
  readonly codebook: Codebook;
  readonly codes: ReadonlyMap<string, Code>;
  /** The codes from the top level down to the code itself, by code id. */
  readonly paths: ReadonlyMap<string, readonly Code[]>;
  /** Codes of the top level, in the codebook's order. */
  readonly top: readonly Code[];
  /** Codes of the lowest level (open codes, core keywords), in the codebook's order. */
  readonly open: readonly Code[];
  /** Label (zh) or term → the code it stands for. */
  readonly termOwners: ReadonlyMap<string, Code>;
}

/** Indexes a validated codebook. */
export function frameworkOf(codebook: Codebook): Framework {
  const codes = new Map(codebook.codes.map((code) => [code.id, code]));
  const pathOf = (code: Code): Code[] => {
    const parent = code.parent === null ? undefined : codes.get(code.parent);
    return parent ? [...pathOf(parent), code] : [code];
  };
  const topLevel = codebook.levels[0]?.id;
  const openLevel = codebook.levels.at(-1)?.id;
  return {
    codebook,
    codes,
    paths: new Map(codebook.codes.map((code) => [code.id, pathOf(code)])),
    top: codebook.codes.filter(({ level }) => level === topLevel),
    open: codebook.codes.filter(({ level }) => level === openLevel),
    termOwners: new Map(
      codebook.codes.flatMap((code) => [code.label.zh, ...code.terms].map((term) => [term, code] as const)),
    ),
  };
}
