// Asks every route that reads, and what each answer costs in processor time of the server and its child processes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { figureNames } from '../../dist/model/figure-name.js';
import { tableNames } from '../../dist/model/table-name.js';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
/** Of Linux: the clock in which the processor time of a process is told. */
const TICKS = 100;

/** A server of a project, asked as a page asks it. */
export async function openServer(db) {
  const child = spawn(process.execPath, [MAIN, 'serve', '--db', db, '--coder', '甲'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = await once(createInterface(child.stdout), 'line');
  const { origin } = new URL(url);
  const admitted = await fetch(url, { redirect: 'manual' });
  const cookie = admitted.headers.get('set-cookie').split(';')[0];
  const get = (path) => fetch(`${origin}/api${path}`, { headers: { cookie } });
  const post = async (path, said) => {
    const headers = { cookie, origin, 'content-type': 'application/json' };
    const answer = await fetch(`${origin}/api${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(said),
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
  const read = async (path) => (await get(path)).json();
  return {
    get,
    post,
    read,
    actAs: (coder) => post('/project/coder', { coder }),
    revision: async () => (await read('/project')).revision,
    processes: () => [child.pid, ...childrenOf(child.pid)],
    close: async () => {
      child.kill('SIGINT');
      await once(child, 'exit');
    },
  };
}

/** Every route that reads, with something that is there to be read. */
export async function routesToRead(server) {
  const id = encodeURIComponent((await server.read('/cases?limit=1&offset=9')).rows[0].id);
  const { groups } = await server.read('/screening/groups');
  const { codes, levels } = await server.read('/codes/columns');
  const [pillar, code] = [levels[0], levels.at(-1)].map(
    (level) =>
      codes.filter((one) => one.level === level.id).sort((a, b) => b.references - a.references)[0].id,
  );
  const group = encodeURIComponent(groups[5]);
  const word = encodeURIComponent((await server.read('/screening/words?limit=1')).rows[0].word);
  const report = 'coders=%E7%94%B2,%E4%B9%99';
  return [
    '/overview',
    '/overview/framework.svg',
    '/cases?limit=100',
    `/cases?limit=100&sort=pillar`,
    `/cases/${id}/text?form=clean`,
    `/cases/${id}/coding`,
    `/cases/${id}/coding?others=1`,
    `/cases/${id}/words?which=keywords`,
    `/cases/${id}/words?which=new-words`,
    '/screening/groups',
    '/screening/words',
    `/screening/words?group=${group}`,
    `/screening/word?word=${word}`,
    `/screening/contexts?word=${word}`,
    '/screening/last',
    `/screening/clusters?group=${group}`,
    '/screening/clusters',
    '/codes',
    '/codes/columns',
    `/codes/one?code=${code}`,
    '/codes/changes',
    '/codes/revisit',
    `/codes/suggestions?word=${word}`,
    '/theory',
    `/compare?code=${code}`,
    `/compare?code=${pillar}`,
    `/compare?code=${code}&others=1`,
    '/queries',
    `/queries/sentences?code=${code}`,
    '/agreement/coders',
    '/agreement/open',
    '/agreement/open?unfinished=1',
    `/agreement/report?${report}`,
    '/check?of=%E4%B9%99',
    '/check/returned',
    '/history',
    '/history/runs',
    '/project',
    '/project/read-blind',
    '/settings/proposals',
    '/exports',
    '/start',
    '/tables',
    ...tableNames.map((name) => `/tables/${name}${optionsOf[name] ?? ''}`),
    ...figureNames.map((name) => `/figures/${name}/picture.svg`),
  ];
}

/** What a table must be told. */
const optionsOf = { kwic: '?word=%E5%86%9C%E6%88%B7' };

/** Asks once: the time by the clock and of the processor in milliseconds, and the length of the answer. */
export async function timeAnswer(server, path) {
  const before = processorTime(server.processes());
  const from = performance.now();
  const answer = await server.get(path);
  const body = await answer.arrayBuffer();
  const wall = performance.now() - from;
  const cpu = processorTime(server.processes()) - before;
  return { path, status: answer.status, wall, cpu, bytes: body.byteLength, body };
}

/** Resident memory of the processes in megabytes, the server first. */
export function memoryOf(processes) {
  return processes.map((pid) => {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1000);
  });
}

function childrenOf(pid) {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number);
}

function processorTime(processes) {
  return processes.reduce((sum, pid) => sum + ofProcess(pid), 0);
}

function ofProcess(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
  } catch {
    return 0;
  }
}
