import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openCodebook } from '../../src/sources/open-codebook.js';
import { makeFolder } from '../workflow/project.js';

const folder = makeFolder();
afterAll(folder.remove);

const qdc = (encoding: string | null, name: string) =>
  `<?xml version="1.0"${encoding === null ? '' : ` encoding="${encoding}"`}?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="1" name="${name}"/></Codes></CodeBook>`;

/** Latin letters as ISO-8859-1 has them, one byte each. */
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const gbkOf = { 利益联结: [0xc0, 0xfb, 0xd2, 0xe6, 0xc1, 0xaa, 0xbd, 0xe1] } as const;
const gbk = (encoding: string | null) => {
  const [before = '', after = ''] = qdc(encoding, '|').split('|');
  return Buffer.concat([latin1(before), Buffer.from(gbkOf.利益联结), latin1(after)]);
};

describe('a codebook of another program', () => {
  it.each([
    ['ISO-8859-1, declared', latin1(qdc('iso-8859-1', 'Économie sociale')), 'Économie sociale'],
    ['GBK, declared', gbk('gb2312'), '利益联结'],
    ['GBK, declared to be UTF-8', gbk('utf-8'), '利益联结'],
    ['GBK, undeclared', gbk(null), '利益联结'],
    [
      'UTF-16, declared',
      Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(qdc('utf-16', '联结'), 'utf16le')]),
      '联结',
    ],
    [
      'UTF-8 with a byte order mark, declared otherwise',
      Buffer.from(`\ufeff${qdc('iso-8859-1', '联结')}`),
      '联结',
    ],
  ])('is read in %s', async (_, bytes, label) => {
    const path = join(folder.path, 'other.qdc');
    writeFileSync(path, bytes);
    const { framework } = await openCodebook(path);
    expect(framework.codebook.codes.map((code) => code.label.zh)).toEqual([label]);
  });

  it('is not a project, which is told with the way to take it', async () => {
    const path = join(folder.path, 'study.qdpx');
    writeFileSync(path, 'PK');
    await expect(openCodebook(path)).rejects.toMatchObject({
      code: 'code/is-project',
      params: { path: 'study.qdpx' },
    });
  });
});
