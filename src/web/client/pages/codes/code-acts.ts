import { codesWords } from '../../../../messages/web/codes.js';
import type { CodeInDetail } from '../../../../workflow/read-code.js';
import { act } from '../../state/acts.js';
import { api } from '../../state/api.js';
import { revision } from '../../state/live.js';
import { language } from '../../state/preferences.js';
import { putResource } from '../../state/resource.js';

/** A code by its id and name. */
interface NamedCode {
  readonly id: string;
  readonly label: string;
}

/** What may be written of a code. */
export type Definition = Readonly<Record<'limits' | 'examples' | 'properties', readonly string[]>> & {
  readonly definition: string;
};

/** The name of what is known of a code. */
export const codeKey = (code: string, codebook: string) => `code ${JSON.stringify([code, codebook])}`;

/** What one may do with codes and keywords; each resolves to null where it was refused. */
export type CodeActs = ReturnType<typeof codeActs>;

/** Makes the acts on the codes of a codebook. */
export function codeActs(codebook: string) {
  const say = codesWords[language.value];
  type Kind = 'move' | 'merge' | 'group' | 'rename' | 'promote';
  const decide = (kind: Kind, words: readonly string[], done: string, isNew = false) =>
    act(
      (seen) =>
        api.codes.decide.$post({ json: { seen, kind, words: [...words], ...(isNew && { isNew: true }) } }),
      done,
    );
  const take = (code: string) => (detail: CodeInDetail | null) => {
    if (detail !== null) putResource(codeKey(code, codebook), detail, revision.value ?? 0);
    return detail !== null;
  };
  return {
    move: (codes: readonly NamedCode[], to: NamedCode) =>
      decide('move', [...codes.map(({ id }) => id), to.id], say.moved(namesOf(codes), to.label)),
    merge: (codes: readonly NamedCode[], to: NamedCode) =>
      decide('merge', [...codes.map(({ id }) => id), to.id], say.merged(namesOf(codes), to.label)),
    group: (codes: readonly NamedCode[], name: string, isNew: boolean) =>
      decide('group', [...codes.map(({ id }) => id), name], say.grouped(name), isNew),
    rename: (code: NamedCode, name: string) =>
      decide('rename', [code.id, name], say.renamed(code.label, name)),
    promote: (code: NamedCode) => decide('promote', [code.id], say.promoted(code.label)),
    /** A new name founds a code, in the same statement. */
    mapWords: (words: readonly string[], name: string, isNew: boolean) =>
      isNew
        ? act(
            (seen) => api.codes.found.$post({ json: { seen, name, words: [...words] } }),
            say.founded(name, words.length),
          )
        : decide('merge', [...words, name], say.merged(words.join('、'), name)),
    define: ({ id, label }: NamedCode, said: Definition) =>
      act(
        (seen) =>
          api.codes.define.$post({
            json: {
              seen,
              code: id,
              codebook,
              definition: said.definition,
              limits: [...said.limits],
              examples: [...said.examples],
              properties: [...said.properties],
            },
          }),
        say.defined(label),
      ).then(take(id)),
    remove: ({ id, label }: NamedCode) =>
      act((seen) => api.codes.delete.$post({ json: { seen, code: id, codebook } }), say.deleted(label)),
  };
}

const namesOf = (codes: readonly NamedCode[]) => codes.map(({ label }) => label).join('、');
