import { beforeAll, describe, expect, it } from 'vitest';
import { guidOf } from '../../../src/formats/refi-qda/guid.js';
import { readCoders } from '../../../src/store/coder-table.js';
import { importQdaProject } from '../../../src/workflow/import-qda-project.js';
import { rejectionOf } from '../../formats/rejection.js';
import { codedProject } from '../coded-project.js';
import { exchange, handCoded } from './coded-texts.js';
import { freshProject, rewrite, take } from './rewrite-qdpx.js';

beforeAll(() => codedProject('JX01', 'JX02', 'AH'), 120_000);

const exported = async () => (await exchange(await handCoded(), { withoutProposals: true })).bytes;

describe('users of an imported project', () => {
  it('are the coders that are named for them, by name or GUID', async () => {
    const guid = guidOf('coder 李');
    const path = await rewrite(await exported(), (_, qde) => qde.replace('name="李"/>', 'name="admin"/>'));
    const asks = async (coderMap: Record<string, string>) => {
      const request = { path, coder: '乙', coderMap, dryRun: true };
      return (await importQdaProject(await handCoded(), request)).changes;
    };
    expect(await asks({ admin: '李' })).toEqual([]);
    const others = await asks({ [guid]: '赵' });
    expect(others.filter(({ what }) => what === 'added').map(({ coder }) => coder)).toEqual(['赵', '赵']);
  });

  it('may be one coder, whose codings are then no others', async () => {
    const context = await handCoded();
    const path = await rewrite(await exported(), (_, qde) =>
      qde.replaceAll(guidOf('coder 李'), 'aaaaaaaa-0000-4000-8000-000000000001'),
    );
    const renamed = await rewrite(await exported(), (_, qde) =>
      qde.replaceAll(guidOf('coder 李'), 'aaaaaaaa-0000-4000-8000-000000000001').replace('"李"', '"小李"'),
    );
    expect((await take(context, path)).decisions).toEqual([]);
    const coderMap = { 小李: '李' };
    const report = await importQdaProject(context, { path: renamed, coder: '乙', coderMap });
    expect(report.decisions).toEqual([]);
  });

  it('keep their GUIDs where they are new, under their names in the project', async () => {
    const guid = 'aaaaaaaa-0000-4000-8000-000000000002';
    const path = await rewrite(await exported(), (_, qde) =>
      qde.replaceAll(guidOf('coder 李'), guid).replace('"李"', '"NV1"'),
    );
    const context = freshProject();
    await importQdaProject(context, { path, coder: '乙', coderMap: { NV1: '赵' } });
    expect(readCoders(context.store)).toContainEqual({ name: '赵', guid });
    expect(readCoders(context.store).map(({ name }) => name)).not.toContain('NV1');
  });

  it('are nobody new where the file calls a known GUID otherwise', async () => {
    const context = await handCoded();
    const path = await rewrite(await exported(), (_, qde) => qde.replace('name="李"/>', 'name="li wei"/>'));
    expect((await take(context, path)).decisions).toEqual([]);
    expect(readCoders(context.store).map(({ name }) => name)).not.toContain('li wei');
  });

  it('must be of the file, and are never the program', async () => {
    const path = await rewrite(await exported(), () => undefined);
    const asks = (coderMap: Record<string, string>) =>
      rejectionOf(importQdaProject(freshProject(), { path, coder: '乙', coderMap }));
    expect(await asks({ 孙: '李' })).toMatchObject({
      code: 'qdpx/unknown-user',
      params: { name: '孙', known: '李, 王' },
    });
    expect(await asks({ 李: 'zhagen' })).toMatchObject({ code: 'decide/machine-coder' });
  });
});
