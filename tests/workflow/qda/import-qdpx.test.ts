import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { stateHash } from '../../../src/store/state-hash.js';
import { uncodePassage } from '../../../src/workflow/judge-passages.js';
import { codedProject } from '../coded-project.js';
import { rowsOf } from '../project.js';
import { exchange, handCoded, WORDS } from './coded-texts.js';
import { type Change, freshProject, rewrite, take } from './rewrite-qdpx.js';

beforeAll(() => codedProject('JX01', 'JX02', 'AH'), 120_000);

const people = { withoutProposals: true } as const;

const SAMPLES = join(import.meta.dirname, '../../../../shared/refi');

describe.skipIf(!existsSync(SAMPLES))('import of projects of other programs (needs ../shared)', () => {
  it('reads codes, codings and coders, and says what it could not take', async () => {
    const context = freshProject();
    const report = await take(context, join(SAMPLES, 'demo.qdpx'));
    expect(report).toMatchObject({
      isNewCodebook: true,
      coders: ['cp'],
      newCases: ['admin-1', 'board_2017'],
    });
    expect(report.codings).toBeGreaterThan(200);
    expect(rowsOf(context, 'evidence').filter(({ coders }) => coders.includes('cp')).length).toBeGreaterThan(
      150,
    );
    expect((await take(context, join(SAMPLES, 'demo.qdpx'))).decisions).toEqual([]);
  }, 60_000);

  it('reads a project of NVivo that has codes and no text', async () => {
    const report = await take(freshProject(), join(SAMPLES, 'nvivo_project.qdpx'));
    expect(report).toMatchObject({ origin: 'NVivo for Mac 15.0.0', isNewCodebook: true, codings: 0 });
  }, 60_000);
});

describe('import of an own export that another program wrote again', () => {
  it.each<[string, Change]>([
    ['as it was', (_, qde) => qde],
    [
      'braces round GUIDs, and capitals',
      (_, qde) =>
        qde.replaceAll(
          /(guid|targetGUID|creatingUser)="([^"]+)"/g,
          (_all, name: string, guid: string) => `${name}="{${guid.toUpperCase()}}"`,
        ),
    ],
    ['a byte order mark', (_, qde) => `\ufeff${qde}`],
    [
      'line ends of Windows in sources, counted as one character',
      (files) => {
        for (const [name, text] of files)
          if (name.endsWith('.txt')) files.set(name, `\ufeff${text.replaceAll('\n', '\r\n')}`);
      },
    ],
    ['paths without prefix', (_, qde) => qde.replaceAll('internal://', '')],
    [
      'another name of the root',
      (files, qde) => {
        files.delete('project.qde');
        files.set('我的项目.qde', qde);
      },
    ],
    [
      'sources missing',
      (files) => {
        for (const name of [...files.keys()]) if (name.endsWith('.txt')) files.delete(name);
      },
    ],
    ['optional attributes missing', (_, qde) => qde.replaceAll(/ origin="[^"]*"/g, '')],
    ['levels no sets any more', (_, qde) => qde.replace(/ {2}<Sets>[\s\S]*<\/Sets>\n/, '')],
    [
      'other GUIDs of selections and codings',
      (_, qde) => qde.replaceAll(/(<(?:PlainTextSelection|Coding) guid=")[^"]{8}/g, '$1abcdef01'),
    ],
    [
      'variables on sources',
      (_, qde) => {
        const values = new Map(
          [...qde.matchAll(/<Case [^>]*name="([^"]+)">[\s\S]*?<\/Case>/g)].map(([all, name]) => [
            name,
            (all.match(/<VariableValue>[\s\S]*?<\/VariableValue>/g) ?? []).join(''),
          ]),
        );
        return qde
          .replaceAll(/<Case [\s\S]*?<\/Case>/g, (one) =>
            one.includes('<SourceRef')
              ? one.replaceAll(/<VariableValue>[\s\S]*?<\/VariableValue>/g, '')
              : one,
          )
          .replaceAll(/<TextSource [^>]*name="([^"]+)"[\s\S]*?<\/TextSource>/g, (one, name: string) =>
            one.replace('</TextSource>', () => `${values.get(name)}</TextSource>`),
          );
      },
    ],
    [
      'groups as sets of sources',
      (_, qde) => {
        const guid = /<TextSource guid="([^"]+)"/.exec(qde)?.[1];
        const set = `<Set guid="00000000-1111-4222-8333-444444444444" name="组"><MemberSource targetGUID="${guid}"/></Set>`;
        return qde.replace('</Sets>', `${set}</Sets>`);
      },
    ],
    [
      'another text before, and positions moved with it',
      (files, qde) => {
        const source = /<TextSource guid="([^"]+)" name="怪文"[\s\S]*?<\/TextSource>/.exec(qde);
        const name = `sources/${source?.[1]}.txt`;
        files.set(name, `【访谈】${files.get(name)}`);
        const moved = (source?.[0] ?? '').replaceAll(
          /(startPosition|endPosition)="(\d+)"/g,
          (_all, edge: string, at: string) => `${edge}="${Number(at) + 4}"`,
        );
        return qde.replace(source?.[0] ?? '', () => moved);
      },
    ],
  ])('finds no change in %s', async (_, change) => {
    const context = await handCoded();
    const path = await rewrite((await exchange(context, people)).bytes, change);
    const before = stateHash(context.store);
    const report = await take(context, path);
    expect(report.changes).toEqual([]);
    expect(report.decisions).toEqual([]);
    expect(stateHash(context.store)).toBe(before);
  });

  const codings =
    /<PlainTextSelection guid="[^"]+" startPosition="(\d+)" endPosition="(\d+)" creatingUser="([^"]+)">\s*<Coding[\s\S]*?<\/PlainTextSelection>/g;

  it('takes a coding that is gone back as its coder’s, and shows it first without writing', async () => {
    const context = await handCoded();
    const { bytes } = await exchange(context, people);
    const path = await rewrite(bytes, (_, qde) =>
      qde.replace(
        /<PlainTextSelection(?:(?!<\/PlainTextSelection>)[\s\S])*<\/PlainTextSelection>\s*(?=<\/TextSource>|<NoteRef)/,
        '',
      ),
    );
    const before = stateHash(context.store);
    const shown = await take(context, path, true);
    expect(stateHash(context.store)).toBe(before);
    const { changes, decisions } = await take(context, path);
    expect(changes).toEqual(shown.changes);
    expect(changes.map(({ what }) => what)).toEqual(changes.map(() => 'removed'));
    expect(decisions.map(({ kind, coder }) => [kind, coder])).toEqual(
      changes.map(({ coder }) => ['uncode', coder]),
    );
    expect(decisions.length).toBeGreaterThan(0);
  });

  it('takes a new code, a moved and a recoded coding and a new memo as decisions of their coder', async () => {
    const context = await handCoded();
    const { bytes, project } = await exchange(context, people);
    const [li] = project.users;
    const path = await rewrite(bytes, (_, qde) => {
      const [first] = [...qde.matchAll(codings)].filter(([, , , user]) => user === li?.guid);
      const wider =
        first?.[0].replace(
          /endPosition="(\d+)"/,
          (_all, end: string) => `endPosition="${Number(end) + 1}"`,
        ) ?? '';
      return qde
        .replace(first?.[0] ?? '', () => wider)
        .replace(
          '</Codes>',
          '<Code guid="11111111-2222-4333-8444-555555555555" name="能人返乡" isCodable="true"/></Codes>',
        )
        .replace(
          /(<Coding guid="[^"]+" creatingUser="[^"]+">\s*<CodeRef targetGUID=")[^"]+("\/>\s*<\/Coding>\s*<\/PlainTextSelection>\s*<\/TextSource>)/,
          '$111111111-2222-4333-8444-555555555555$2',
        )
        .replace(
          '</Notes>',
          `<Note guid="99999999-2222-4333-8444-555555555555" name="新" creatingUser="${li?.guid}"><PlainTextContent>在 NVivo 里写的</PlainTextContent></Note></Notes>`,
        )
        .replace('</Project>', '<NoteRef targetGUID="99999999-2222-4333-8444-555555555555"/></Project>');
    });
    const report = await take(context, path);
    expect(report.newCodes).toEqual(['能人返乡']);
    expect(report.newMemos).toBe(1);
    expect(report.changes.map(({ what }) => what).sort()).toEqual(['moved', 'recoded']);
    expect(report.changes.find(({ what }) => what === 'recoded')).toMatchObject({ code: '能人返乡' });
    expect(report.changes.find(({ what }) => what === 'moved')).toMatchObject({ coder: '李' });
    expect((await take(context, path)).decisions).toEqual([]);
  });

  it('tells codings at places that are none with their cases, and takes nothing away for them', async () => {
    const context = await handCoded();
    const path = await rewrite((await exchange(context, people)).bytes, (_, qde) =>
      qde.replaceAll(/ endPosition="(\d+)"/g, (_all, end: string) => ` endPosition="${Number(end) + 5000}"`),
    );
    const before = stateHash(context.store);
    const { notTaken, changes } = await take(context, path);
    expect(notTaken).toContainEqual({ kind: 'no-place', count: 5, at: ['另文', '怪文'] });
    expect(changes).toEqual([]);
    expect(stateHash(context.store)).toBe(before);
  });

  it('leaves what changed in the project since as it is', async () => {
    const context = await handCoded();
    const { out } = await exchange(context, people);
    const passage = { caseId: '怪文', codes: ['收益分红'], quote: WORDS };
    await uncodePassage(context, { ...passage, coder: '王', reason: '' });
    const before = stateHash(context.store);
    const { changes } = await take(context, out);
    expect(changes).toEqual([]);
    expect(stateHash(context.store)).toBe(before);
  });
});
