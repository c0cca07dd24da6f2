import { UserError } from '../../errors.js';

/** How Spark ended, and what it said before. */
export interface SparkFailure {
  readonly master: string;
  /** Its exit code, or the signal that ended it. */
  readonly code: number | string;
  readonly said: string;
}

const NO_JAVA = /JAVA_HOME is not set|spark-class: .*\/java: /;
const NO_MASTER =
  /All masters are unresponsive|Failed to connect to master|Master must either be|Could not parse Master URL/;
const OLD_JAVA = /UnsupportedClassVersionError.*?class file version (\d+)/s;
const FORBIDDEN =
  /UNSUPPORTED|NOT_SUPPORTED|PARSE_SYNTAX|PERMISSION|not supported|not allowed|denied|forbidden|disabled/i;

/** Versions of class files are ahead of those of Java by as much. */
const AHEAD = 44;

/** What Spark says of a filter that ended badly, with the end of what that said. */
const FILTER =
  /^Subprocess exited with status (\d+)\. Error: ([\s\S]*?)\.?(?=\n\S+Exception|\n\tat |$(?![\s\S]))/m;

/** What a shell answers when a program is not there, or cannot be run. */
const CANNOT_START = ['126', '127'];

/** Says what a user can do about a failure of Spark. */
export function explainSpark({ master, code, said }: SparkFailure): UserError {
  if (NO_JAVA.test(said)) return new UserError('spark/no-java', {});
  const [, needed] = OLD_JAVA.exec(said) ?? [];
  if (needed !== undefined) return new UserError('spark/old-java', { needed: Number(needed) - AHEAD });
  const reason = reasonIn(said) ?? String(code);
  if (/Failed to load class .*SparkSQLCLIDriver/.test(said))
    return new UserError('spark/no-sql', { home: reason });
  if (NO_MASTER.test(said)) return new UserError('spark/no-master', { master, reason });
  const [, ended, words = ''] = FILTER.exec(said) ?? [];
  if (ended !== undefined) {
    const message = words.trim();
    if (CANNOT_START.includes(ended)) return new UserError('spark/no-program', { message });
    return new UserError('spark/filter-died', { code: Number(ended), message });
  }
  if (/TRANSFORM/.test(said) && FORBIDDEN.test(reason)) {
    return new UserError('spark/no-transform', { master, reason });
  }
  return new UserError('spark/failed', { reason });
}

/** The line that says why, among many that say where. */
function reasonIn(said: string): string | undefined {
  const patterns = [
    /^Exception in thread "main" (?:[\w.$]+: )?(.+)$/m,
    /^(\[[A-Z_.]+\] .+)$/m,
    /^(?:[\w.$]+: )?(Job aborted due to stage failure: .+)$/m,
    /^(?:Error: |[\w.$]+(?:Exception|Error): )(.+)$/m,
  ];
  const found = patterns.map((pattern) => pattern.exec(said)?.[1]).find((line) => line !== undefined);
  const last = said
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
    .at(-1);
  return (found ?? last)?.trim();
}
