import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { UserError } from '../../errors.js';

/** Where Spark is told to be, and where programs are looked for. */
type Places = Readonly<Record<string, string | undefined>>;

/** The program `spark-sql`, and what must be in its environment for it to find the rest of Spark. */
export interface FoundSpark {
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Says where the PySpark of a Python lies. */
const WHERE_IS_PYSPARK = 'import pyspark, os; print(os.path.dirname(pyspark.__file__))';

/**
 * Finds Spark: at SPARK_HOME, else the `spark-sql` in the path, else the PySpark of `python3`.
 * @throws UserError spark/missing, spark/no-sql
 */
export function findSpark(env: Places): FoundSpark {
  const given = env['SPARK_HOME'];
  if (given) return atHome(given);
  const inPath = findInPath('spark-sql', env);
  const folder = inPath && dirname(realpathSync(inPath));
  // That of PySpark asks the first Python it finds, which may be another one.
  const isOfPython = folder !== undefined && existsSync(join(folder, 'find_spark_home.py'));
  if (inPath !== undefined && !isOfPython) return { program: inPath, env: {} };
  const pythons = [...(folder === undefined ? [] : [join(folder, 'python3')]), 'python3'];
  for (const python of pythons) {
    const { status, stdout } = spawnSync(python, ['-c', WHERE_IS_PYSPARK], {
      encoding: 'utf8',
      env: { ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (status === 0) return atHome(stdout.trim());
  }
  throw new UserError('spark/missing', {});
}

function atHome(home: string): FoundSpark {
  const program = join(home, 'bin', 'spark-sql');
  if (!existsSync(program)) throw new UserError('spark/no-sql', { home });
  return { program, env: { SPARK_HOME: home } };
}

function findInPath(name: string, env: Places): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
