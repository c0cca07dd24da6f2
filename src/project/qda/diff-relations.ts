import { allCodes } from '../../formats/refi-qda/check-project.js';
import { exchangeGuids, shownEntry } from '../../formats/refi-qda/exchange-guids.js';
import type { DecidedRelation } from '../../model/decisions/decided-theory.js';
import { relationKind } from '../../model/paradigm.js';
import type { QdaLink, QdaProject } from '../../model/qda-project.js';
import type { Store } from '../../store/store.js';
import { statedRelations } from '../stated-relations.js';

/** What a file changed of the relations between codes, and the links that are none, by what they lie between. */
export interface RelationDiff {
  readonly added: readonly DecidedRelation[];
  readonly removed: readonly DecidedRelation[];
  readonly lost: Readonly<Record<string, number>>;
}

/** What relations are compared with. */
export interface RelationDiffRequest {
  readonly codebookId: string;
  readonly writtenId: string;
  readonly codeOf: (guid: string) => string | undefined;
  readonly labelOf: (codeId: string) => string;
  readonly shown: ReadonlySet<string> | null;
}

/** Reads links between codes as relations that their names say; one in both directions is two. */
export function diffRelations(store: Store, project: QdaProject, request: RelationDiffRequest): RelationDiff {
  const { codebookId, writtenId, codeOf, labelOf, shown } = request;
  const entryOf = (ends: Pick<DecidedRelation, 'from' | 'kind' | 'to'>) =>
    shownEntry(exchangeGuids.relation(writtenId, ends), '');
  const named = (from: string, kind: string, to: string): DecidedRelation => {
    return { from, kind, to, fromName: labelOf(from), toName: labelOf(to) };
  };
  const lost: Record<string, number> = {};
  const kindOf = linkKinds(project);
  const filed = project.links.flatMap((link): DecidedRelation[] => {
    const [from, to, kind] = [codeOf(link.from), codeOf(link.to), relationKind(link.name)];
    const why =
      from === undefined || to === undefined
        ? kindOf(link)
        : kind === '' || from === to
          ? 'link-unnamed'
          : '';
    if (why !== '') {
      lost[why] = (lost[why] ?? 0) + 1;
      return [];
    }
    const ends = [named(from as string, kind, to as string)];
    return link.direction === 'Bidirectional' ? [...ends, named(to as string, kind, from as string)] : ends;
  });
  const inFile = new Map(filed.map((one) => [entryOf(one), one]));
  const stated = statedRelations(store, codebookId);
  const now = new Set(
    stated.map(({ relation, from, to }) => entryOf({ from: from.id, kind: relation.kind, to: to.id })),
  );
  return {
    added: [...inFile].flatMap(([entry, one]) => (now.has(entry) || shown?.has(entry) ? [] : [one])),
    removed: stated.flatMap(({ relation, from, to }) => {
      const entry = entryOf({ from: from.id, kind: relation.kind, to: to.id });
      if (inFile.has(entry) || shown?.has(entry) !== true) return [];
      const { kind } = relation;
      return [{ from: relation.from, kind, to: relation.to, fromName: from.label, toName: to.label }];
    }),
    lost,
  };
}

/** Tells links that are no relations of codes by what they lie between. */
function linkKinds({ codes, cases, sources, notes }: QdaProject): (link: QdaLink) => string {
  const kinds = new Map<string, string>();
  const put = (kind: string, guids: readonly { readonly guid: string }[]) => {
    for (const { guid } of guids) kinds.set(guid, kind);
  };
  put('code', allCodes(codes));
  put('case', cases);
  const texts = [...sources, ...notes];
  const selections = texts.flatMap((text) => text.selections);
  put('text', texts);
  put('text', selections);
  put(
    'text',
    [...texts, ...selections].flatMap(({ codings }) => codings),
  );
  return ({ from, to }) => {
    const ends = [...new Set([kinds.get(from), kinds.get(to)])];
    const [kind] = ends;
    return ends.length === 1 && (kind === 'case' || kind === 'text') ? `link-${kind}s` : 'Link';
  };
}
