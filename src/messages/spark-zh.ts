import type { ErrorsOf } from './messages.js';
import type { SparkWords } from './spark-words.js';

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} 秒`;

/** What is said while Spark works, in Chinese. */
export const sparkWords: SparkWords = {
  waiting: '集群中还没有工作节点领取任务；Spark 会等到有空闲的核和内存为止。',
  made: (parts, times) =>
    `Spark：启动用了 ${seconds(times.start)}，${parts} 份用了 ${seconds(times.parts)}。`,
};

/** The messages for what goes wrong with Spark, in Chinese. */
export const errorsOfSpark: ErrorsOf<'spark'> = {
  'spark/missing': () =>
    '没有找到 Spark：SPARK_HOME、路径中的 spark-sql 和 python3 的 PySpark 都没有。请安装（pip install pyspark，另需 Java 17），或设置 SPARK_HOME。',
  'spark/on-windows': () =>
    'Spark 的任务由 sh 启动，Windows 没有它。请在 Linux、macOS 或 WSL 中运行，或不加 --engine spark。',
  'spark/no-sql': ({ home }) =>
    `${home}：这个 Spark 不能在命令行运行 SQL（缺少 spark-sql 或其所需的部分）。请换用完整的 Spark，例如：pip install pyspark`,
  'spark/no-java': () =>
    '没有找到 Java，而 Spark 需要它（Spark 4 需要 Java 17）。请安装（如 openjdk-17-jre-headless），或设置 JAVA_HOME。',
  'spark/old-java': ({ needed }) =>
    `找到的 Java 版本太旧，这个 Spark 需要 Java ${needed}。请安装，或设置 JAVA_HOME。`,
  'spark/no-master': ({ master, reason }) =>
    `${master}：没有这个 Spark 主节点，或它没有应答（${reason}）。请检查 --master，以及集群是否在运行。`,
  'spark/no-transform': ({ master, reason }) =>
    `${master}：这个 Spark 不允许在 SQL 中调用程序（${reason}）；代管的 Spark 服务常禁止这样做。请使用自己的集群，或在别的调度程序中使用 zhagen part。`,
  'spark/no-program': ({ message }) =>
    `有工作节点不能启动 zhagen（${message}）。请在所有节点的同一路径安装 Node.js 和 zhagen，或用 --archives 送去。`,
  'spark/filter-died': ({ code, message }) =>
    `有一份没有做成，Spark 重试也未成功（退出码 ${code}）。它最后说：${message || '-'}`,
  'spark/part-failed': ({ part, of, message }) => `第 ${part} 份（共 ${of} 份）：${message}`,
  'spark/no-receipt': ({ parts, of }) =>
    `${of} 份中有 ${parts.length} 份没有回执（${parts.slice(0, 5).join('、')}${parts.length > 5 ? '等' : ''}），而 Spark 以为已经完成。没有写出任何内容，请重新运行。`,
  'spark/other-version': ({ part, other, own }) =>
    `第 ${part} 份由工作节点上的 zhagen ${other} 做成，而这里是 zhagen ${own}。没有写出任何内容；请让各台机器用同一版本，或用 --archives 送去。`,
  'spark/part-missing': ({ part, path }) =>
    `第 ${part} 份已经做成，但在这台机器上读不到 ${path}。请用 --work-folder 指定一个各台机器都以同一名称看到的文件夹。`,
  'spark/other-receipt': ({ part, path }) =>
    `第 ${part} 份：${path} 与工作节点的回执不符。没有写出任何内容；请检查各台机器看到的是否是同一个文件夹，然后重新运行。`,
  'spark/no-input': () => 'Spark 的工作节点不能读取标准输入。请写明各台机器都能看到的文件和文件夹。',
  'spark/failed': ({ reason }) => `Spark 运行失败：${reason}`,
};
