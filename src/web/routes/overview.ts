import { Hono } from 'hono';
import { makeFigure } from '../../workflow/make-figure.js';
import { projectOverview } from '../../workflow/project-overview.js';
import type { WebEnv } from '../web-env.js';

/** Where the work stands. */
export const overview = new Hono<WebEnv>()
  .get('/', (context) => {
    const { project } = context.var.workbench;
    return context.json(project.read((reading) => projectOverview(reading)));
  })
  .get('/framework.svg', async (context) => {
    const { workbench, language } = context.var;
    const { svg } = await workbench.project.readLong((reading) =>
      makeFigure(reading, { name: 'framework', language }),
    );
    return context.body(svg, 200, { 'content-type': 'image/svg+xml' });
  });
