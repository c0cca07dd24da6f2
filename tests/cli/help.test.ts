import { describe, expect, it } from 'vitest';
import { addCommands } from '../../src/cli/commands.js';
import { openIo } from '../../src/cli/io.js';
import { makeParser } from '../../src/cli/parser.js';
import { commandNames } from '../../src/messages/names.js';

async function helpOf(language: 'zh' | 'en', ...args: string[]): Promise<string> {
  const io = await openIo(language, '0.0.0');
  return addCommands(makeParser(args, io), io).getHelp();
}

describe('help', () => {
  it('lists every command', async () => {
    const page = await helpOf('en');
    for (const name of commandNames) expect(page).toMatch(new RegExp(`^ +zhagen ${name}\\b.* {2}[A-Z]`, 'm'));
  });

  it.each([
    ['run', ['codebook', 'attributes', 'out', 'by', 'rules', 'skip-bad', 'restat', 'batch']],
    ['import', ['attributes', 'batch', 'skip-bad']],
    ['mine', ['profile', 'min-frequency', 'max-length', 'by', 'top', 'restat']],
    ['screen', ['rules']],
    ['code', ['codebook']],
    ['tables', ['by', 'codebook', 'coder', 'batch', 'status', 'format']],
    ['fold', ['reason', 'coder', 'group']],
    ['add', ['reason', 'coder', 'case', 'quote']],
    ['undo', ['coder']],
    ['discover', ['profile', 'min-frequency', 'top', 'format', 'clean']],
    ['keywords', ['top', 'idf', 'clean']],
    ['part', ['part', 'out', 'max-length', 'clean', 'workers']],
  ])('of %s names its flags', async (name, flags) => {
    const page = await helpOf('en', name);
    for (const flag of [...flags, 'db', 'json', 'lang', 'quiet']) expect(page).toContain(` --${flag} `);
  });

  it.each(commandNames)('of %s describes every argument in both languages', async (name) => {
    const [english, chinese] = [await helpOf('en', name), await helpOf('zh', name)];
    expect(english).not.toMatch(/\p{Script=Han}/u);
    const rows = chinese.split('\n').filter((row) => /^ +(--)?[a-z-]+ /.test(row));
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect(row).toMatch(/^ +(--)?[a-z-]+ {2,}.*\p{Script=Han}/u);
    for (const page of [english, chinese]) expect(page).not.toMatch(/^ +--[a-z-]+ +\[/m);
  });
});
