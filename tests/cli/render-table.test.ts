import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { escapeSteering, printable } from '../../src/cli/io.js';
import { renderTable } from '../../src/cli/render-table.js';

const table = {
  header: ['词语', 'n'],
  cells: [
    ['扶贫产业园', '7'],
    ['ab', '12'],
    ['一行\n两行', '1'],
  ],
  numeric: [false, true],
};

describe('a table for the terminal', () => {
  it('aligns Han and Latin, numbers flush right, one line a row', () => {
    expect(renderTable(table, undefined).split('\n')).toEqual([
      '词语         n',
      '扶贫产业园   7',
      'ab          12',
      '一行 两行    1',
    ]);
  });

  it('wraps its widest column to the terminal', () => {
    const wide = { header: ['id', 'text'], cells: [['1', '扶贫车间'.repeat(30)]], numeric: [false, false] };
    const lines = renderTable(wide, 40).split('\n');
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(40);
  });

  it('shows no character that steers the terminal', () => {
    const evil = { ...table, cells: [['a\u001b[31m\u009bm\u202e', '1']] };
    expect(renderTable(evil, undefined)).toContain('a\ufffd[31m\ufffdm\ufffd');
  });
});

describe('characters that steer a terminal', () => {
  it('are replaced in text and escaped in JSON, which says the same', () => {
    const text = 'a\tb\nc\u001b\u0085\u009b\u200f\u2066\u2028d';
    expect(printable(text)).toBe('a\tb\nc\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdd');
    const json = escapeSteering(JSON.stringify({ text }));
    expect(json).toMatch(/^[\x20-\x7e]+$/);
    expect(JSON.parse(json)).toEqual({ text });
  });
});
