import { quoteForShell } from '../../text/quote-for-shell.js';

/** A command whose parts Spark has made on its workers. */
export interface SparkJob {
  readonly command: string;
  /** The command's own options as they are written on a command line, then `--`, then its paths. */
  readonly arguments: readonly string[];
  readonly master: string;
  readonly parts: number;
  /** Processes of each part, for which Spark keeps as many cores. */
  readonly workers: number;
  /** The folder that relative paths start from; on a worker without it they lead nowhere. */
  readonly folder: string;
  /** An absolute path that all workers see: the parts are written there. */
  readonly workFolder: string;
  /** A packed folder of `npm run package` that Spark carries to its workers, else Node and zhagen as they lie on all of them. */
  readonly program: { readonly archive: string } | { readonly node: string; readonly main: string };
}

/** The files that Spark is started with, by name, and what follows `spark-sql`; all of it in ASCII but the script. */
export interface SparkPlan {
  readonly files: Readonly<Record<'part-filter.sh' | 'parts.sql', string>>;
  /** The packed program and the name under which it lies beside the files. */
  readonly archive?: { readonly path: string; readonly name: string };
  readonly arguments: readonly string[];
}

/** Between the lines of an answer: a row of Spark is one line. */
export const LINE_SEPARATOR = '\u001e';

/** A file that is in the work folder as long as somebody waits for its parts. */
export const IN_USE = 'in-use';

/** Where the part with a number is written. */
export function partPath(workFolder: string, part: number): string {
  return `${workFolder}/${part}.part`;
}

/** Plans how Spark makes the parts: no path comes near SQL or the JVM, all of them are in the script. */
export function planSpark(job: SparkJob): SparkPlan {
  const archive = 'archive' in job.program ? job.program.archive : undefined;
  const name = archive && `zhagen${/\.(?:tar\.gz|tgz|tar|zip|jar)$/i.exec(archive)?.[0] ?? '.tar.gz'}`;
  const settings = {
    // Hive would leave a database behind.
    'spark.sql.catalogImplementation': 'in-memory',
    'spark.ui.enabled': 'false',
    'spark.task.cpus': String(job.workers),
    ...(isLocal(job.master) && { 'spark.driver.host': '127.0.0.1', 'spark.driver.bindAddress': '127.0.0.1' }),
  };
  return {
    files: { 'part-filter.sh': writeScript(job), 'parts.sql': writeSql(job.parts) },
    ...(archive !== undefined && name !== undefined && { archive: { path: archive, name } }),
    arguments: [
      ...['--master', job.master, '--name', `zhagen ${job.command}`, '--files', 'part-filter.sh'],
      ...(name === undefined ? [] : ['--archives', `${name}#zhagen`]),
      ...Object.entries(settings).flatMap(([key, value]) => ['--conf', `${key}=${value}`]),
      ...['-f', 'parts.sql'],
    ],
  };
}

/** Whether Spark runs on this machine alone. */
export function isLocal(master: string): boolean {
  return /^local(?:\[|$)/.test(master);
}

function writeSql(parts: number): string {
  const format = "ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\t' LINES TERMINATED BY '\\n'";
  return `-- One row a part, each a task of its own; zhagen makes the part and answers with its receipt.
SELECT TRANSFORM (id)
  ${format}
  USING 'exec sh part-filter.sh'
  AS (part STRING, code STRING, answer STRING)
  ${format}
FROM range(1, ${parts + 1}, 1, ${parts});
`;
}

function writeScript(job: SparkJob): string {
  return `# Runs on a worker of Spark. Reads numbers of parts and answers each with a line: the number, the exit code
# of zhagen, and its receipt or message, line ends in it as \\036.
${writeProgram(job.program)}
cd -- ${quoteForShell(job.folder)} 2>/dev/null

make_part() {
  exec "$node" "$main" part ${quoteForShell(job.command)} --part="$1/${job.parts}" \\
    --out=${quoteForShell(job.workFolder)}/"$1.part" --json --workers=${job.workers} \\
    ${job.arguments.map(quoteForShell).join(' ')}
}

# Ends with the process that started this script, even where that was killed and told nobody. A work folder that was
# removed meanwhile may have been made again; one in use is never empty.
watch_over() {
  while kill -0 "$PPID"; do sleep 1; done
  kill "$1"
  while kill -0 "$1"; do sleep 1; done
  rmdir ${quoteForShell(job.workFolder)}
}

answer_part() {
  make_part "$1" </dev/null 2>&1 &
  made=$!
  watch_over "$made" >/dev/null 2>&1 &
  watch=$!
  wait "$made"
  code=$?
  kill "$watch" 2>/dev/null
  return "$code"
}

while IFS= read -r part; do
  answer=$(answer_part "$part")
  code=$?
  # What the user can fix is an answer; anything else Spark tries again, on another worker if it has one.
  if [ "$code" -gt 1 ]; then
    printf '%s\\n' "$answer" >&2
    exit "$code"
  fi
  printf '%s\\t%s\\t%s\\n' "$part" "$code" "$(printf '%s' "\${answer:-none}" | LC_ALL=C tr '\\n\\t' '\\036 ')"
done
`;
}

function writeProgram(program: SparkJob['program']): string {
  if ('node' in program) return `node=${quoteForShell(program.node)}\nmain=${quoteForShell(program.main)}`;
  return `for folder in "$PWD"/zhagen/* "$PWD"/zhagen; do
  node=$folder/node/node
  main=$folder/program/dist/cli/main.js
  [ -x "$node" ] && break
done`;
}
