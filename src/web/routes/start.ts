import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { UserError } from '../../errors.js';
import { loadMessages } from '../../messages/load-messages.js';
import { renderErrorInPage } from '../../messages/render-error-in-page.js';
import { chineseRegionNames, defaultCountedKinds, englishRegionNames } from '../../model/counted-regions.js';
import { regionKinds } from '../../model/region.js';
import { listCodebooks } from '../../workflow/codebooks.js';
import { freePlace } from '../../workflow/place-project.js';
import { forgetProject, listRecentProjects } from '../../workflow/recent-projects.js';
import { valid } from '../valid.js';
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

const place = z.object({ folder: z.string(), name: z.string() });
/** How files become cases. */
const cases = { kinds: z.array(z.enum(regionKinds)), splitBy: z.string().min(1).optional() };

/** Opening a project, and making one: of files that are handed over, or of the sample. */
export const start = new Hono<WebEnv>()
  .get('/', (context) => {
    const { workbench, language } = context.var;
    const names = language === 'zh' ? chineseRegionNames : englishRegionNames;
    return context.json({
      place: freePlace(workbench.place),
      isMaking: workbench.maker.isBusy,
      open: workbench.isOpen ? workbench.project.path : null,
      recent: listRecentProjects(workbench.settings),
      uploads: workbench.maker.uploads.list(),
      codebooks: listCodebooks().map(({ id, title }) => ({ id, title: title[language] })),
      kinds: regionKinds.map((kind) => ({
        kind,
        name: names[kind],
        isUsual: defaultCountedKinds.some((one) => one === kind),
      })),
    });
  })
  .post(
    '/open',
    valid('json', z.object({ path: z.string(), updates: z.boolean().optional() })),
    async (context) => {
      const { workbench } = context.var;
      const { path, updates } = context.req.valid('json');
      await (updates ? workbench.open(path) : workbench.openPresent(path));
      return context.json({ path: workbench.project.path });
    },
  )
  .post('/forget', valid('json', z.object({ path: z.string() })), (context) => {
    const { settings } = context.var.workbench;
    forgetProject(settings, context.req.valid('json').path);
    return context.json({ recent: listRecentProjects(settings) });
  })
  .post('/files', limitUpload, async (context) => {
    const { uploads } = context.var.workbench.maker;
    const form = await context.req.formData();
    // Paths come apart from the files: what is sent as the name of a file need not keep its folders.
    const paths = form.getAll('paths').map(String);
    const files = form.getAll('files').filter((one) => one instanceof File);
    uploads.add(
      await Promise.all(
        files.map(async (file, at) => ({
          path: paths[at] ?? file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
        })),
      ),
    );
    return context.json(uploads.list());
  })
  .post('/clear', (context) => {
    const { uploads } = context.var.workbench.maker;
    uploads.clear();
    return context.json(uploads.list());
  })
  .post('/preview', valid('json', z.object(cases)), async (context) => {
    const { workbench, language } = context.var;
    const { folder } = workbench.maker.uploads;
    const { report, steps, ...preview } = await workbench.maker.preview({
      folder,
      ...context.req.valid('json'),
    });
    const say = await loadMessages(language);
    const nameOf = (step: string) => (say.cleaningSteps as Readonly<Record<string, string>>)[step] ?? step;
    return context.json({
      ...preview,
      steps: steps.filter(({ edits }) => edits > 0).map((one) => ({ ...one, name: nameOf(one.step) })),
      said: say.reports.imported(report),
      unreadable: report.skipped.map((problem) => renderErrorInPage(say, problem, language)),
    });
  })
  .post(
    '/make',
    valid('json', place.extend({ ...cases, codebook: z.string(), skipBad: z.boolean() })),
    async (context) => {
      const { workbench } = context.var;
      const { folder, name, ...request } = context.req.valid('json');
      const input = { ...request, folder: workbench.maker.uploads.folder };
      const { import: imported } = await workbench.make({ folder, name }, 'uploaded', input);
      workbench.maker.uploads.clear();
      return context.json({ cases: imported.added.length, leftOut: imported.skipped.length });
    },
  )
  .post('/sample', valid('json', place), async (context) => {
    const at = context.req.valid('json');
    const { import: imported } = await context.var.workbench.make(at, 'sample', undefined);
    return context.json({ cases: imported.added.length, leftOut: 0 });
  })
  .post('/analyse', valid('json', z.object({ codebook: z.string().optional() })), async (context) => {
    const { cases } = await context.var.workbench.change('analyse', context.req.valid('json'));
    return context.json({ cases });
  })
  .post('/cancel', async (context) => {
    await context.var.workbench.maker.cancel();
    return context.json({ cancelled: true });
  });
