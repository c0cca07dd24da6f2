import { expect, it } from 'vitest';
import { groundOf, readGround } from '../../src/project/project-ground.js';
import { putGround, viewProject } from '../../src/project/project-view.js';
import { openStore } from '../../src/store/open.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { contextOf, copyCases, makeFolder } from '../workflow/project.js';

it('texts that were read stay where verdicts alone change, and not where other cases may count', async () => {
  const folder = makeFolder();
  const context = contextOf(openStore(`${folder.path}/p.db`, { mode: 'create' }));
  const { store } = context;
  try {
    await importCases(context, { paths: [copyCases(folder.path, 'JX01', 'JX02')] });
    await mineKeywords(context, { by: 'case' });
    await codeCases(context, { codebook: 'six-pillars' });
    const view = viewProject(store);
    if (view === null) throw new Error('the project is not derived');
    const { textOf } = view;
    putGround(view, groundOf(view));
    expect(view.textOf).toBe(textOf);
    putGround(view, readGround(store));
    expect(view.textOf).not.toBe(textOf);
  } finally {
    store.close();
    folder.remove();
  }
});
