import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { UserError } from '../../errors.js';
import { listCodebooks } from '../../workflow/codebooks.js';
import type { WebEnv } from '../web-env.js';

/** The largest set of files that is handed over at once, in bytes: they pass through memory. */
const LARGEST_UPLOAD = 300_000_000;

/** Refuses more files at once than fit into memory. */
export const limitUpload = bodyLimit({
  maxSize: LARGEST_UPLOAD,
  onError: () => {
    throw new UserError('web/too-large', { megabytes: LARGEST_UPLOAD / 1_000_000 });
  },
});

/** Making a project where there is none: of files that are handed over, or of the sample. */
export const start = new Hono<WebEnv>()
  .get('/', (context) =>
    context.json({
      path: context.var.workbench.wanted,
      codebooks: listCodebooks().map(({ id, title }) => ({ id, title: title[context.var.language] })),
    }),
  )
  .post('/files', limitUpload, async (context) => {
    const form = await context.req.formData();
    const uploaded = form.getAll('files').filter((one) => one instanceof File);
    const files = await Promise.all(
      uploaded.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    const codebook = form.get('codebook');
    const { import: imported } = await context.var.workbench.make('uploaded', {
      files,
      codebook: typeof codebook === 'string' && codebook !== '' ? codebook : undefined,
      skipBad: form.get('skipBad') === 'yes',
    });
    return context.json({ cases: imported.added.length });
  })
  .post('/sample', async (context) => {
    const { import: imported } = await context.var.workbench.make('sample', undefined);
    return context.json({ cases: imported.added.length });
  })
  .post('/cancel', async (context) => {
    await context.var.workbench.cancel();
    return context.json({ cancelled: true });
  });
