import { counted } from './counted.js';
import type { ErrorsOf } from './messages.js';
import type { SparkWords } from './spark-words.js';

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

/** What is said while Spark works, in English. */
export const sparkWords: SparkWords = {
  waiting: 'No worker of the cluster has taken a part yet; Spark waits until one has free cores and memory.',
  made: (parts, times) =>
    `Spark: ${seconds(times.start)} until the first part was begun, ${seconds(times.parts)} for ${counted(parts, 'part')}.`,
};

/** The messages for what goes wrong with Spark, in English. */
export const errorsOfSpark: ErrorsOf<'spark'> = {
  'spark/missing': () =>
    'Spark was not found: neither SPARK_HOME, nor spark-sql in the path, nor PySpark in python3. Install it (pip install pyspark, and Java 17) or set SPARK_HOME.',
  'spark/on-windows': () =>
    'Spark’s tasks are started by sh, which Windows does not have. Run this on Linux, on macOS or in WSL, or leave --engine spark out.',
  'spark/no-sql': ({ home }) =>
    `${home}: this Spark cannot run SQL from the command line (spark-sql or what it needs is missing). Use a whole Spark, such as that of: pip install pyspark`,
  'spark/no-java': () =>
    'Java was not found, and Spark needs it: version 17 for Spark 4. Install it (such as openjdk-17-jre-headless), or set JAVA_HOME.',
  'spark/old-java': ({ needed }) =>
    `The Java that was found is too old for this Spark, which needs version ${needed}. Install it, or set JAVA_HOME.`,
  'spark/no-master': ({ master, reason }) =>
    `${master}: there is no such master of Spark, or it does not answer (${reason}). Check --master, and whether the cluster runs.`,
  'spark/no-transform': ({ master, reason }) =>
    `${master}: this Spark does not let programs be called from SQL (${reason}), as services that run Spark for others often forbid it. Use a cluster of your own, or zhagen part under another scheduler.`,
  'spark/no-program': ({ message }) =>
    `A worker could not start zhagen (${message}). Install Node.js and zhagen at the same paths on all workers, or send them with --archives.`,
  'spark/filter-died': ({ code, message }) =>
    `A part could not be made, though Spark tried it again (exit code ${code}). Its last words: ${message || '-'}`,
  'spark/part-failed': ({ part, of, message }) => `Part ${part} of ${of}: ${message}`,
  'spark/no-receipt': ({ parts, of }) =>
    `No receipt came for ${counted(parts.length, 'part')} of ${of} (${parts.slice(0, 5).join(', ')}${parts.length > 5 ? ', …' : ''}), though Spark took the work for done. Nothing was written; run the command again.`,
  'spark/other-version': ({ part, other, own }) =>
    `Part ${part} was made by zhagen ${other} on its worker, and this is zhagen ${own}. Nothing was written; put the same version on all machines, or send it with --archives.`,
  'spark/part-missing': ({ part, path }) =>
    `Part ${part} was made, but ${path} cannot be read on this machine. Name a folder with --work-folder that all machines see under this name.`,
  'spark/other-receipt': ({ part, path }) =>
    `Part ${part}: ${path} is not what its worker says it wrote. Nothing was written; see whether all machines see the same folder, and run the command again.`,
  'spark/no-input': () =>
    'The workers of Spark cannot read standard input. Name files and folders that all of them see.',
  'spark/failed': ({ reason }) => `Spark ended with a failure: ${reason}`,
};
