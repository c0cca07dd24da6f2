import { join } from 'node:path';
import { memoryOf, openServer, routesToRead, timeAnswer } from './ask-routes.mjs';
import { makeTeamProject } from './team-project.mjs';
import { makeFolder } from './texts.mjs';

// ZHAGEN_BENCH_CASES=200 npm run bench -- read: a smaller project of the same kind.
const CASES = Number(process.env.ZHAGEN_BENCH_CASES ?? 2000);
const VERDICTS = CASES * 15;

export const name = `the routes that read, ${CASES} cases × 3,000 characters, ${VERDICTS} verdicts of three coders`;
export const unit = 'answer';
const folder = makeFolder();
const db = join(folder, 'zhagen.db');

export async function prepare() {
  await makeTeamProject(folder, { cases: CASES, verdicts: VERDICTS });
}

/** Asks each route four times: at first, again, after 甲 coded a passage, and after 甲 judged a word. */
export async function run() {
  let answers = 0;
  console.log('coder\troute\tbytes\tfirst ms\tCPU\tagain\tCPU\tafter a passage\tCPU\tafter a word\tCPU');
  for (const coder of ['乙', '丙']) {
    const server = await openServer(db);
    try {
      await server.actAs(coder);
      const ids = (await server.read('/cases?limit=500')).rows.map(({ id }) => id);
      for (const [at, path] of (await routesToRead(server)).entries()) {
        const caseId = ids[(at * 7 + coder.length) % ids.length];
        const times = [await timeAnswer(server, path), await timeAnswer(server, path)];
        for (const act of [
          ['/passages/code', { caseId, start: at, end: at + 30, codes: ['动态帮扶'] }],
          ['/screening/decide', { kind: at % 2 ? 'keep' : 'drop', words: ['农户'], group: caseId }],
        ]) {
          await actAs(server, '甲', coder, act);
          times.push(await timeAnswer(server, path));
        }
        answers += times.length;
        const figures = times.flatMap(({ wall, cpu }) => [wall.toFixed(0), cpu.toFixed(0)]);
        console.log([coder, path, times[0].bytes, ...figures].join('\t'));
      }
      await tellActMeanwhile(server, ids[0]);
      console.log(`memory of the server and its processes\t${memoryOf(server.processes()).join(', ')} MB`);
    } finally {
      await server.close();
    }
  }
  return answers;
}

async function actAs(server, actor, reader, [path, said]) {
  await server.actAs(actor);
  await server.post(path, { seen: await server.revision(), ...said });
  await server.actAs(reader);
}

/** An act while the whole project is counted. */
async function tellActMeanwhile(server, caseId) {
  const counted = server.read('/tables/evidence?filter=meanwhile');
  const seen = await server.revision();
  const from = performance.now();
  await server.post('/passages/code', { seen, caseId, start: 3, end: 9, codes: ['动态帮扶'] });
  console.log(`an act while a table is made\t${(performance.now() - from).toFixed(0)} ms`);
  await counted;
}
