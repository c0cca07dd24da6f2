import { bilingual } from './bilingual.js';

/** The picker of codes. */
export const codePickerWords = bilingual(
  {
    find: '按名称、代号、词语或上级编码查找',
    nothing: '没有这样的编码。',
    recent: '最近用过',
    hint: '↑↓ 选择，Enter 确定，Esc 取消',
  },
  {
    find: 'Find by name, id, term or parent',
    nothing: 'There is no such code.',
    recent: 'used lately',
    hint: '↑↓ to choose, Enter to take, Esc to leave',
  },
);
