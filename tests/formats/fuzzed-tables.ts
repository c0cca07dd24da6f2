import { readCodebookCsv } from '../../src/formats/codebook-csv.js';
import { readCsv } from '../../src/formats/csv.js';
import { decodeText } from '../../src/formats/decode-text.js';
import { readJsonCases } from '../../src/formats/json-cases.js';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { readQdc } from '../../src/formats/refi-qda/read-codebook.js';
import { recordsOfTable } from '../../src/formats/table-cases.js';
import { readUserWords, readWordList, wordListInUtf8 } from '../../src/formats/word-list.js';
import { readXlsx } from '../../src/formats/xlsx.js';
import { readYaml } from '../../src/formats/yaml.js';
import { codebookSchema } from '../../src/model/codebook.js';
import { encodeText } from './encode-text.js';
import { oldExcelFile } from './old-excel-file.js';

const utf8 = (text: string) => encodeText(text, 'utf-8');
const gbk = (text: string) => encodeText(text, 'gb18030');
const textOf = (bytes: Uint8Array, path: string) => decodeText(bytes, path).text;

const QDC = `<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
<Code guid="00000000-0000-0000-0000-000000000001" name="扶贫车间" isCodable="true"><Description>厂房</Description></Code>
</Codes><Sets><Set guid="00000000-0000-0000-0000-000000000002" name="就业"><MemberCode targetGUID="00000000-0000-0000-0000-000000000001"/></Set></Sets></CodeBook>`;
const YAML = `id: a\ntitle: { zh: 框架, en: Trial }\nversion: "1"\nsource: 自编\nlevels:\n  - { id: open, name: { zh: 开放性编码, en: Open } }
codes:\n  - { id: x, label: { zh: 车间, en: shop }, level: open, definition: 厂房, terms: [扶贫车间], rules: ["选派*医生"] }\n`;

/** Readers of tables, codebooks and lists, and of texts in encodings that are none of Chinese. */
export const TABLE_READERS = [
  {
    name: 'text in other encodings',
    read: async (bytes: Uint8Array) => decodeText(bytes, 'a.txt'),
    seeds: [
      encodeText('마을에 협동조합이 생긴 뒤로 주민들의 소득이 늘었다.', 'euc-kr'),
      encodeText('村に協同組合ができてから、住民の収入は増えた。', 'euc-jp'),
      encodeText('村に協同組合ができてから、住民の収入は増えた。', 'shift_jis'),
      Buffer.from('\x1b$)A\x0e7vF63IEi\x0f ~{7vF63IEi~} +cFZ2Tg-'),
      Buffer.from('6d7600006548000074e40000', 'hex'),
    ],
  },
  {
    name: 'xls of Excel 95',
    read: (bytes: Uint8Array) => readXlsx('a.xls', bytes, DEFAULT_LIMITS),
    seeds: [936, 1252].map((codePage) =>
      oldExcelFile(
        [
          ['编号', '正文'],
          ['001', '扶贫车间办起来了。'],
        ],
        gbk,
        codePage,
      ),
    ),
  },
  {
    name: 'tables under the name of Excel',
    read: (bytes: Uint8Array) => readXlsx('a.xls', bytes, DEFAULT_LIMITS),
    seeds: [
      gbk('编号\t正文\n1\t扶贫车间办起来了，妇女上工。'),
      gbk('<table><tr><td>编号</td><td>正文</td></tr><tr><td>1</td><td>&#x20BB7;车间</td></tr></table>'),
    ],
  },
  {
    name: 'csv as cases',
    read: async (bytes: Uint8Array) => recordsOfTable(readCsv(textOf(bytes, 'a.csv'), 'a.csv'), {}),
    seeds: [
      utf8('sep=;\n编号;正文;__proto__;constructor\n1;"车间"真好;x;y\n;;;\n2; "产业" ;;\n'),
      utf8('id\ttext\ttoString\n-1\t扶贫\tv\n'),
    ],
  },
  {
    name: 'json',
    read: async (bytes: Uint8Array) => readJsonCases(textOf(bytes, 'a.json'), 'a.json', {}),
    seeds: [
      utf8(
        '[{"id":420106198001011234,"text":"扶贫","a":[[1]],"__proto__":2},{"data":{"text":"\\ud842\\udfb7"}}]',
      ),
      utf8(`[{"id":"a","text":"扶贫","a":${'['.repeat(120)}${']'.repeat(120)}}]`),
    ],
  },
  {
    name: 'codebook as a table',
    read: async (bytes: Uint8Array) => readCodebookCsv(textOf(bytes, '编码.csv'), '编码.csv'),
    seeds: [
      utf8('选择性编码,主轴编码,开放性编码\n就业,就近,扶贫车间、公益岗位\n,,劳务\n'),
      utf8('tag,description,number of highlights\n扶贫车间,厂房,3\n'),
      utf8('id,level,parent,label_zh,definition,terms,rules\na,open,,车间,厂房,"甲、乙","{""all"":[1]}"\n'),
    ],
  },
  {
    name: 'codebook in YAML',
    read: async (bytes: Uint8Array) =>
      readYaml(textOf(bytes, 'a.yaml'), 'a.yaml', codebookSchema, 'code/bad-codebook'),
    seeds: [utf8(YAML)],
  },
  {
    name: 'qdc',
    read: async (bytes: Uint8Array) => readQdc(textOf(bytes, 'a.qdc'), 'a.qdc'),
    seeds: [utf8(QDC)],
  },
  {
    name: 'word lists',
    read: async (bytes: Uint8Array) => {
      const list = wordListInUtf8(bytes, 'a.txt');
      return [readWordList(list, 'a.txt').size, readUserWords(list, 'a.txt').length];
    },
    seeds: [
      utf8('扶贫车间 100 n\r三变\rGreen Card认证 20\r'),
      encodeText('企业\n修路', 'utf-16le'),
      gbk('企业\n修路'),
    ],
  },
];
