import type { QdaFault, QdaFaultKind } from '../../model/qda-fault.js';
import type { QdaCode, QdaProject, QdaText } from '../../model/qda-project.js';
import { codePointLength } from '../../text/code-points.js';

/**
 * Finds what is wrong in a project though it follows the schema: references to nothing, GUIDs used twice, places that are none in
 * their texts, paths that lead nowhere or out of the archive, names of codes, users, sources and variables used twice.
 * @param textOf the text of a source or note; null where there is none
 */
export function checkProject(project: QdaProject, textOf: (text: QdaText) => string | null): QdaFault[] {
  const faults: QdaFault[] = [];
  const fault = (kind: QdaFaultKind, at: string) => faults.push({ kind, at });
  const codes = allCodes(project.codes);
  const texts = [...project.sources, ...project.notes];
  const codings = texts.flatMap((text) => [
    ...text.codings,
    ...text.selections.flatMap((selection) => selection.codings),
  ]);
  const selections = texts.flatMap((text) => text.selections);
  const guids = (items: readonly { readonly guid: string }[]) => items.map(({ guid }) => guid);
  const users = new Set(guids(project.users));
  const known = {
    codes: new Set(guids(codes)),
    notes: new Set(guids(project.notes)),
    sources: new Set(guids(project.sources)),
    variables: new Set(guids(project.variables)),
  };
  for (const guid of doubled([
    ...guids([...project.users, ...codes, ...project.variables, ...project.cases, ...texts]),
    ...guids([...selections, ...codings, ...project.links, ...project.sets]),
  ])) {
    fault('doubled-guid', guid);
  }
  const refer = (to: ReadonlySet<string>, refs: readonly string[]) => {
    for (const ref of refs) if (!to.has(ref)) fault('dangling', ref);
  };
  refer(
    users,
    [...texts, ...selections, ...codings].flatMap(({ user }) => user || []),
  );
  refer(known.codes, [
    ...codings.map(({ code }) => code),
    ...[...project.cases, ...project.sets].flatMap((one) => one.codes),
  ]);
  refer(known.notes, [
    ...[...codes, ...texts, ...selections, ...codings, ...project.sets].flatMap(({ notes }) => notes),
    ...project.projectNotes,
  ]);
  refer(
    known.sources,
    [...project.cases, ...project.sets].flatMap(({ sources }) => sources),
  );
  refer(
    new Set(guids([...codes, ...project.cases, ...texts, ...selections, ...codings, ...project.sets])),
    project.links.flatMap(({ from, to }) => [from, to]),
  );
  const values = [...project.cases, ...texts].flatMap((one) => one.values);
  refer(
    known.variables,
    values.map(({ variable }) => variable),
  );
  for (const { type, value } of values) {
    if ((type === 'Integer' || type === 'Float') && !Number.isFinite(Number(value)))
      fault('bad-value', value);
  }
  for (const text of texts) checkText(text, textOf, fault);
  for (const named of [codes, project.users, project.sources, project.variables]) {
    for (const name of doubled(named.map((one) => one.name))) fault('doubled-name', name);
  }
  return faults;
}

/** Paths that lead out of the archive are never followed. */
const OUTSIDE = /^(?:absolute|file|https?|relative):|^\/|^[a-z]:[\\/]|(?:^|[\\/])\.\.(?:[\\/]|$)/i;

function checkText(
  text: QdaText,
  textOf: (text: QdaText) => string | null,
  fault: (kind: QdaFaultKind, at: string) => void,
): void {
  if (text.path !== null && OUTSIDE.test(text.path)) fault('outside-path', text.path);
  const content = textOf(text);
  if (content === null) fault('no-text', text.path ?? text.guid);
  const length =
    content === null ? Number.POSITIVE_INFINITY : codePointLength(content.replaceAll('\r\n', '\n'));
  for (const { guid, start, end } of text.selections) {
    if (!(start >= 0 && end > start)) fault('bad-span', guid);
    else if (end > length) fault('beyond-text', guid);
  }
}

/** All codes of a tree, each before those below it. */
export function allCodes(codes: readonly QdaCode[]): QdaCode[] {
  return codes.flatMap((code) => [code, ...allCodes(code.codes)]);
}

function doubled(items: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const item of items) (seen.has(item) ? twice : seen).add(item);
  return [...twice];
}
