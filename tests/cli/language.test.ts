import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../src/cli/language.js';

describe('the language of the program', () => {
  it.each([
    ['the flag', ['--lang', 'zh'], { LANG: 'en_US.UTF-8' }, 'zh'],
    ['the flag in one word', ['cases', '--lang=en'], { LC_ALL: 'zh_CN.UTF-8' }, 'en'],
    ['LC_ALL', [], { LC_ALL: 'zh_TW.UTF-8', LANG: 'en_US.UTF-8' }, 'zh'],
    ['LC_MESSAGES', [], { LC_MESSAGES: 'en_GB.UTF-8', LANG: 'zh_CN.UTF-8' }, 'en'],
    ['LANG', [], { LC_ALL: '', LANG: 'zh_CN.UTF-8' }, 'zh'],
    ['the locale, for an unknown flag', ['--lang', 'fr'], { LANG: 'de_DE.UTF-8' }, 'en'],
  ])('follows %s', (_, args, env, language) => {
    expect(chooseLanguage(args, env)).toBe(language);
  });
});
