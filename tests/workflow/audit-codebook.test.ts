import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findingKinds } from '../../src/model/audit-finding.js';
import { sentenceOf } from '../../src/report/audit-sentences.js';
import { shippedCodebooks } from '../../src/sources/load-codebook.js';
import { auditCodebook, formatAudit, publishedStudies } from '../../src/workflow/audit-codebook.js';

const folder = mkdtempSync(join(tmpdir(), 'zhagen-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

it('finds every known contradiction of the model study', async () => {
  const report = await auditCodebook('six-pillars');
  const { findings, contradictions, remarks, checked, notChecked } = report;
  const of = (kind: string) => findings.filter((finding) => finding.kind === kind);
  expect(of('count')).toMatchObject([
    { subject: 'open', claimed: '74', found: '73', foundBy: '表3' },
    { subject: 'open', claimed: '74', found: '75', foundBy: 'six-pillars' },
  ]);
  const [union] = of('union');
  expect(union).toMatchObject({ claimed: '74', found: '77', equated: '75' });
  expect(union?.words).toHaveLength(43);
  expect(of('unprinted')).toMatchObject([{ claimed: '27', found: '30' }]);
  expect(of('no-place').map(({ subject }) => subject)).toEqual(['消费扶贫', '公共服务']);
  // Each is reported once, though the frequency table and the codebook both show it.
  expect(of('no-place').map(({ claimedBy }) => claimedBy)).toEqual([
    '核心关键词频次表 + six-pillars',
    '核心关键词频次表 + six-pillars',
  ]);
  expect(of('stated-twice')).toMatchObject([{ claimed: '32', found: '31' }]);
  expect(of('not-listed')).toMatchObject([{ subject: '辅导中心' }]);
  expect(of('remainder')).toMatchObject([
    { severity: 'remark', claimed: '361', found: '320', difference: '-41' },
  ]);
  expect(of('equated').map(({ subject, found }) => [subject, found])).toEqual([
    ['乡村振兴', '乡村振兴衔接'],
    ['农民专业合作社', '农村专业合作社'],
  ]);
  expect(of('share')).toMatchObject([{ claimed: '41.6', foundAt: 'table1-counties.csv:4' }]);
  expect([contradictions, remarks, findings.length]).toEqual([9, 3, 12]);
  expect([checked, notChecked]).toEqual([14, 0]);
});

it('holds the published tables against themselves, without a codebook', async () => {
  const { codebookId, findings } = await auditCodebook('none', 'six-pillars');
  expect(codebookId).toBeNull();
  expect(findings.some(({ foundBy, claimedBy }) => [foundBy, claimedBy].includes('six-pillars'))).toBe(false);
  expect(findings.filter(({ severity }) => severity === 'contradiction')).toHaveLength(8);
});

it('ships what is published of every framework; the others agree but for what their notes say', async () => {
  expect(shippedCodebooks()).toEqual(expect.arrayContaining(publishedStudies()));
  const others = publishedStudies().filter((name) => name !== 'six-pillars');
  const found = await Promise.all(others.map(async (name) => (await auditCodebook(name)).findings));
  expect(found.flat().filter(({ severity }) => severity === 'contradiction')).toMatchObject([
    { kind: 'count', subject: 'open · 五个一批与兜底', claimed: '5', found: '1' },
  ]);
});

it('takes a claims file or its folder, and names the line of what it cannot use', async () => {
  file('codes.csv', 'code,n\n甲类,3\n');
  const claims = file(
    'claims.yaml',
    'title: 研究\nsource: 自编\ntables:\n  - { kind: list, id: a, name: 正文, level: open, items: [甲类, 乙类] }\nclaims:\n  - { kind: rows, table: a, value: 2, source: 正文 }\n',
  );
  for (const against of [claims, folder]) {
    expect(await auditCodebook('none', against)).toMatchObject({ study: '研究', findings: [] });
  }
  const refused = (text: string) =>
    auditCodebook('none', file('bad.yaml', `title: 研究\nsource: 自编\n${text}`));
  await expect(
    refused('claims:\n  - { kind: rows, table: b, value: 2, source: 正文 }'),
  ).rejects.toMatchObject({
    code: 'assess/bad-claims',
    params: { path: 'bad.yaml:4', place: 'claims[0].table' },
  });
  await expect(refused('claims:\n  - { kind: guess, value: 2 }')).rejects.toMatchObject({
    params: { path: 'bad.yaml:4', place: 'claims[0].kind' },
  });
  await expect(
    refused('claims:\n  - { kind: share, of: { measure: n, table: b }, in: 9, value: 3, source: 正文 }'),
  ).rejects.toMatchObject({ params: { path: 'bad.yaml:4', place: 'claims[0].of.table' } });
  const table = (more: string) =>
    refused(`tables:\n  - { kind: table, id: t, name: 表, file: codes.csv, ${more} }`);
  await expect(table('levels: { open: word }')).rejects.toMatchObject({
    params: { path: 'codes.csv:1', place: 'word' },
  });
  await expect(table('measures: { n: code }, levels: { open: n }')).rejects.toMatchObject({
    params: { path: 'codes.csv:2', place: 'code' },
  });
  await expect(auditCodebook('none', join(folder, 'codes.csv'))).rejects.toMatchObject({
    code: 'assess/no-claims',
  });
});

it('lists what was checked and what was not, and says so with a number where nothing is contradicted', async () => {
  const claims = file(
    'few.yaml',
    'title: 研究\nsource: 自编\nclaims:\n  - { kind: number, thing: 访谈对象, value: 32, source: 正文 }\n  - { kind: share, of: 28, in: 99, value: 28.3, source: 正文 }\n',
  );
  const report = await auditCodebook('none', claims);
  expect(report).toMatchObject({ contradictions: 0, checked: 1, notChecked: 1 });
  const text = formatAudit(report, 'text', 'zh');
  expect(text).toMatch(/已核对：\n {4}few\.yaml:5 {2}占比：28 \/ 99 = 28\.3（正文） – 比对 1 次/);
  expect(text).toMatch(/未能核对：\n {4}few\.yaml:4 {2}数字：访谈对象（正文） – 只陈述了一次/);
});

it('tells every finding as a sentence in both languages, and as a table with the same heads in each', async () => {
  const report = await auditCodebook('six-pillars');
  expect(formatAudit(report, 'text', 'zh')).toContain(
    '开放式编码：正文（核心关键词数）称有 74 个，表3为 73 个',
  );
  expect(formatAudit(report, 'text', 'en')).toContain('table1-counties.csv:4');
  const [head = '', ...rows] = formatAudit(report, 'csv', 'en').trimEnd().split('\n');
  expect(head).toMatch(/^\ufeffseverity,kind,subject,claimed,/);
  expect(rows).toHaveLength(report.findings.length + report.statements.length);
  const [first] = report.findings;
  for (const kind of findingKinds) {
    for (const language of ['zh', 'en'] as const) {
      expect(first && sentenceOf({ ...first, kind }, language, {})).not.toMatch(/undefined|\[object/);
    }
  }
});
