import { bilingual } from './bilingual.js';

/** The picker of codes. */
export const codePickerWords = bilingual(
  {
    find: '按名称、代号、词语或上级编码查找',
    nothing: '没有这样的编码。',
    newCode: (name: string) => `新建编码“${name}”`,
    near: '名称相近',
    recent: '最近用过',
    hint: '↑↓ 选择，Enter 确定，Esc 取消',
  },
  {
    find: 'Find by name, id, term or parent',
    nothing: 'There is no such code.',
    newCode: (name: string) => `New code “${name}”`,
    near: 'similar name',
    recent: 'used lately',
    hint: '↑↓ to choose, Enter to take, Esc to leave',
  },
);
