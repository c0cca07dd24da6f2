import { describe, expect, it } from 'vitest';
import { explainSpark } from '../../../src/engine/spark/explain-spark.js';

const explain = (said: string) => explainSpark({ master: 'spark://one:7077', code: 1, said });

// As Spark 4.3 and its scripts write them, stacks shortened.
const STACK = '\tat org.apache.spark.deploy.SparkSubmit$.main(SparkSubmit.scala:1180)\n';

describe('a failure of Spark', () => {
  it('is that there is no Java', () => {
    const none = '/opt/spark/bin/spark-class: line 71: /nowhere/bin/java: No such file or directory\n';
    for (const said of ['JAVA_HOME is not set\n', none]) expect(explain(said).code).toBe('spark/no-java');
  });

  it('is that Java is too old, with the version that is needed', () => {
    const said =
      'Error: LinkageError occurred while loading main class org.apache.spark.launcher.Main\n' +
      '\tjava.lang.UnsupportedClassVersionError: org/apache/spark/launcher/Main has been compiled by a more recent ' +
      'version of the Java Runtime (class file version 61.0), this version only recognizes up to 55.0\n';
    expect(explain(said)).toMatchObject({ code: 'spark/old-java', params: { needed: 17 } });
  });

  it('is that no master answers, or that it is none', () => {
    const reason = 'Master must either be yarn or start with spark, k8s, or local';
    const said = `Exception in thread "main" org.apache.spark.SparkException: ${reason}\n${STACK}`;
    expect(explain(said)).toMatchObject({ code: 'spark/no-master', params: { reason } });
    const silent = 'ERROR StandaloneSchedulerBackend: All masters are unresponsive! Giving up.\n';
    expect(explain(silent).code).toBe('spark/no-master');
  });

  it('is that programs may not be called', () => {
    const said = `[UNSUPPORTED_FEATURE.TRANSFORM] The feature is not supported: TRANSFORM. SQLSTATE: 0A000\n${STACK}`;
    expect(explain(said)).toMatchObject({
      code: 'spark/no-transform',
      params: { reason: expect.stringContaining('not supported') },
    });
  });

  it('is what a filter said last before it died', () => {
    const died = (status: number, words: string) =>
      `Subprocess exited with status ${status}. Error: ${words}\n.\n` +
      `org.apache.spark.SparkException: Subprocess exited with status ${status}. Error: ${words}\n.\n${STACK}`;
    expect(explain(died(2, 'a defect\n  in it'))).toMatchObject({
      code: 'spark/filter-died',
      params: { code: 2, message: 'a defect\n  in it' },
    });
    expect(explain(died(127, 'part-filter.sh: 9: node: not found')).code).toBe('spark/no-program');
  });

  it('is otherwise told with the reason that Spark gives', () => {
    const reason = 'The number of cores per executor (=1) has to be >= the number of cpus per task = 4.';
    const said = `WARN something\nException in thread "main" org.apache.spark.SparkException: ${reason}\n${STACK}`;
    expect(explain(said)).toMatchObject({ code: 'spark/failed', params: { reason } });
  });
});
