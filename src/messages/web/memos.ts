import type { MemoType } from '../../model/memo-type.js';
import { bilingual } from './bilingual.js';

type OfType<Type extends MemoType = 'note' | 'return'> = Readonly<Record<Type, string>>;

/** Memos on cases, passages and codes, and how they are written, edited and deleted. */
export const memosWords = bilingual(
  {
    memos: '备忘录',
    write: { note: '写备忘录', return: '返回修改' } as OfType,
    written: { note: '已写备忘录', return: '已返回修改' } as OfType,
    returned: '返回修改',
    edit: '编辑',
    edited: '已编辑备忘录',
    delete: '删除',
    deleted: '已删除备忘录',
  },
  {
    memos: 'Memos',
    write: { note: 'Write a memo', return: 'Return' },
    written: { note: 'The memo was written', return: 'Returned to be changed' },
    returned: 'returned',
    edit: 'Edit',
    edited: 'The memo was edited',
    delete: 'Delete',
    deleted: 'The memo was deleted',
  },
);
