import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { readMhtml } from '../../src/formats/mhtml.js';
import { encodeText } from './encode-text.js';
import { rejectionOf } from './rejection.js';
import { GOVERNMENT, GOVERNMENT_TEXT, mhtmlOf, WECHAT, WECHAT_MARKS, WECHAT_TEXT } from './web-pages.js';

const read = (file: string | Uint8Array) =>
  readMhtml('a.mhtml', typeof file === 'string' ? Buffer.from(file) : file, DEFAULT_LIMITS);

describe('readMhtml', () => {
  it('reads the page of a saved file, in either transfer encoding', async () => {
    const expected = {
      text: WECHAT_TEXT,
      title: '扶贫车间里的笑声',
      marks: WECHAT_MARKS,
      encoding: 'utf-8',
    };
    expect(await read(mhtmlOf(WECHAT, 'quoted-printable'))).toEqual(expected);
    expect(await read(mhtmlOf(WECHAT, 'base64'))).toEqual(expected);
  });

  it('reads the encoding that the part declares', async () => {
    const bare = GOVERNMENT.replace(/<meta http-equiv[^>]*>/, '');
    const file = mhtmlOf('HERE', 'quoted-printable', 'text/html; charset="gb2312"').replace(
      'quoted-printable',
      '8bit',
    );
    const { text, encoding } = await read(encodeText(file.replace('HERE', bare), 'gb18030'));
    expect({ text, encoding }).toEqual({ text: GOVERNMENT_TEXT, encoding: 'gb18030' });
  });

  it('finds the page in a part of parts, and a page without container', async () => {
    const inner = 'Content-Type: text/html\n\n<p>里面的文。</p>\n';
    const alternative = `Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n纯\n--b\n${inner}--b--\n`;
    expect(
      (await read(`Content-Type: multipart/related; boundary="a"\n\n--a\n${alternative}\n--a--`)).text,
    ).toBe('里面的文。');
    expect((await read(inner)).text).toBe('里面的文。');
  });

  it('takes the part that the container names as its start', async () => {
    const part = (id: string) => `--a\nContent-Type: text/html\nContent-ID: <${id}>\n\n<p>${id}文。</p>\n`;
    const file = `Content-Type: multipart/related; start="<二>"; boundary=a\n\n${part('一')}${part('二')}--a--`;
    expect((await read(Buffer.from(file, 'utf8'))).text).toBe('二文。');
  });

  it('refuses a file without a page', async () => {
    for (const file of [
      '',
      'no mail at all',
      'Content-Type: multipart/related; boundary=a\n\n--a\nContent-Type: image/png\n\nx\n--a--',
    ]) {
      expect(await rejectionOf(read(file))).toEqual({
        code: 'import/corrupt-file',
        params: { path: 'a.mhtml', format: 'MHTML', problem: { kind: 'no-web-page' } },
      });
    }
    const broken = 'Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n%%%';
    expect((await rejectionOf(read(broken))).code).toBe('import/corrupt-file');
  });
});
