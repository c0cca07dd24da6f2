import { beforeAll, describe, expect, it } from 'vitest';
import { codebookInForce } from '../../../src/project/applied-codebook.js';
import type { Context } from '../../../src/project/context.js';
import { importQdaProject } from '../../../src/workflow/import-qda-project.js';
import { codePassage } from '../../../src/workflow/judge-passages.js';
import { codedProject } from '../coded-project.js';
import { exchange, handCoded, someCodes } from './coded-texts.js';
import { rewrite, take } from './rewrite-qdpx.js';

beforeAll(() => codedProject('JX01', 'JX02', 'AH'), 120_000);

const CODEBOOK = 'six-pillars';
const people = { withoutProposals: true } as const;
const bytesOf = async (context: Context) => (await exchange(context, people)).bytes;

/** A code with those below it, as the file writes it. */
const elementOf = (qde: string, name: string) =>
  new RegExp(`^( *)<Code guid="[^"]+" name="${name}"[\\s\\S]*?^\\1</Code>\\n`, 'm').exec(qde)?.[0] ?? '';

/** Puts a code under another, or (without a name) at the top. */
function move(qde: string, name: string, under?: string): string {
  const one = elementOf(qde, name);
  const rest = qde.replace(one, '');
  const above = under === undefined ? '' : elementOf(rest, under);
  return under === undefined
    ? rest.replace('</Codes>', () => `${one}</Codes>`)
    : rest.replace(above, () => above.replace(/ *<\/Code>\n$/, (end) => `${one}${end}`));
}

function codeOf({ store }: Context, label: string) {
  const codes = codebookInForce(store, CODEBOOK)?.codebook.codes ?? [];
  const code = codes.find((one) => one.label.zh === label);
  return code && { ...code, above: codes.find(({ id }) => id === code.parent)?.label.zh ?? '' };
}

describe('codes that were changed in another program', () => {
  it('are moved by decisions of whoever imports, once', async () => {
    const context = await handCoded();
    const { leaf, other } = await someCodes(context);
    const path = await rewrite(await bytesOf(context), (_, qde) => move(qde, leaf, other));
    const report = await take(context, path);
    expect(report.changedCodes).toEqual([{ code: leaf, parent: other }]);
    expect(report.decisions.map(({ kind, coder }) => [kind, coder])).toEqual([['move', '乙']]);
    expect(codeOf(context, leaf)?.above).toBe(other);
    expect((await take(context, path)).decisions).toEqual([]);
  });

  it('are renamed and moved in one, and found by their former names', async () => {
    const context = await handCoded();
    const { leaf, other } = await someCodes(context);
    const path = await rewrite(await bytesOf(context), (_, qde) =>
      move(qde, leaf, other).replace(`name="${leaf}"`, 'name="改了名的编码"'),
    );
    const report = await take(context, path);
    expect(report.changedCodes).toEqual([{ code: leaf, name: '改了名的编码', parent: other }]);
    expect(codeOf(context, '改了名的编码')).toMatchObject({
      above: other,
      terms: expect.arrayContaining([leaf]),
    });
  });

  it('go to the top, and go with all below them to a lower level where there is one', async () => {
    const context = await handCoded();
    const { leaf, parent, other } = await someCodes(context);
    const top = await take(context, await rewrite(await bytesOf(context), (_, qde) => move(qde, leaf)));
    expect(top.changedCodes).toEqual([{ code: leaf, parent: '' }]);
    expect(codeOf(context, leaf)?.above).toBe('');
    // Three levels: a code of the second with codes below it has no room below another of the second.
    const low = await take(
      context,
      await rewrite(await bytesOf(context), (_, qde) => move(qde, parent, other)),
    );
    expect(low.changedCodes).toEqual([]);
    expect(low.notTaken).toContainEqual({ kind: 'no-level', count: 1 });
  });

  it('are put under new codes, which get the level above', async () => {
    const context = await handCoded();
    const { leaf, sibling } = await someCodes(context);
    const fresh = '<Code guid="11111111-2222-4333-8444-555555555556" name="新类属" isCodable="false">';
    const path = await rewrite(await bytesOf(context), (_, qde) => {
      const [one, two] = [elementOf(qde, leaf), elementOf(qde, sibling)];
      const rest = qde.replace(one, '').replace(two, '');
      return rest.replace('</Codes>', () => `${fresh}${one}${two}</Code></Codes>`);
    });
    const report = await take(context, path);
    expect(report.newCodes).toEqual(['新类属']);
    expect([leaf, sibling].map((label) => codeOf(context, label)?.above)).toEqual(['新类属', '新类属']);
  });

  it('stay where the project moved them meanwhile when only their names are others', async () => {
    const context = await handCoded();
    const { leaf, other } = await someCodes(context);
    const bytes = await bytesOf(context);
    await take(context, await rewrite(bytes, (_, qde) => move(qde, leaf, other)));
    await take(context, await rewrite(bytes, (_, qde) => qde.replace(`name="${leaf}"`, 'name="又一个名字"')));
    expect(codeOf(context, '又一个名字')?.above).toBe(other);
  });
});

describe('codes that another program has no longer', () => {
  it('are deleted with all below them where nobody coded with them', async () => {
    const context = await handCoded();
    const { parent, leaf } = await someCodes(context);
    const path = await rewrite(await bytesOf(context), (_, qde) => qde.replace(elementOf(qde, parent), ''));
    const report = await take(context, path);
    expect(report.deletedCodes).toContain(leaf);
    expect(report.deletedCodes.at(-1)).toBe(parent);
    expect(codeOf(context, parent)).toBeUndefined();
    expect(new Set(report.decisions.map(({ kind }) => kind))).toEqual(new Set(['delete']));
    expect((await take(context, path)).decisions).toEqual([]);
  });

  it('stay with the codings of others, while those of whoever deleted them are taken back', async () => {
    const context = await handCoded();
    const path = await rewrite(await bytesOf(context), (_, qde) => withoutCode(qde, '收益分红'));
    const report = await importQdaProject(context, { path, coder: '王' });
    expect(report.deletedCodes).toEqual([]);
    expect(report.keptCodes).toEqual([{ code: '收益分红', codings: 1, coders: ['李'] }]);
    expect(report.changes.map(({ what, coder }) => [what, coder])).toEqual([
      ['removed', '王'],
      ['removed', '王'],
    ]);
    expect(codeOf(context, '收益分红')).toBeDefined();
  });

  it('are deleted with the codings of whoever deleted them', async () => {
    const context = await handCoded();
    const { leaf } = await someCodes(context);
    await codePassage(context, {
      caseId: '另文',
      codes: [leaf],
      quote: '收益归集体',
      coder: '王',
      reason: '',
    });
    const path = await rewrite(await bytesOf(context), (_, qde) => withoutCode(qde, leaf));
    const report = await importQdaProject(context, { path, coder: '王' });
    expect(report.deletedCodes).toEqual([leaf]);
    expect(report.changes.map(({ what }) => what)).toEqual(['removed']);
  });

  it('are not those that the project made since', async () => {
    const context = await handCoded();
    const { leaf } = await someCodes(context);
    const bytes = await bytesOf(context);
    const fresh = '<Code guid="11111111-2222-4333-8444-555555555557" name="后来的编码" isCodable="true"/>';
    await take(context, await rewrite(bytes, (_, qde) => qde.replace('</Codes>', `${fresh}</Codes>`)));
    const report = await take(context, await rewrite(bytes, (_, qde) => withoutCode(qde, leaf)));
    expect(report.deletedCodes).toEqual([leaf]);
    expect(codeOf(context, '后来的编码')).toBeDefined();
  });
});

/** Deletes a code as other programs do: with its codings. */
function withoutCode(qde: string, name: string): string {
  const one = elementOf(qde, name);
  const guid = /guid="([^"]+)"/.exec(one)?.[1] ?? '';
  return qde
    .replace(one, '')
    .replaceAll(new RegExp(`<Coding [^>]*>\\s*<CodeRef targetGUID="${guid}"/>[\\s\\S]*?</Coding>`, 'g'), '')
    .replaceAll(new RegExp(`<(?:CodeRef|MemberCode) targetGUID="${guid}"/>`, 'g'), '');
}
