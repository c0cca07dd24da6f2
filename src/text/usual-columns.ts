/** What a column of a table of cases may hold of a case. */
export type CaseRole = 'text' | 'title' | 'id' | 'file';

/** How people head these columns, the surest name first; case aside. */
const USUAL: Readonly<Record<CaseRole, readonly string[]>> = {
  text: ['text', '正文', '内容', '全文', '文本'],
  title: ['title', '标题', '题名', '名称'],
  id: ['id', '编号', '案例编号', '序号'],
  file: ['file', '文件', '文件名'],
};

/**
 * Finds the column that a role usually has.
 * @example usualColumn(['省份', 'ID'], 'id') // → 'ID'
 */
export function usualColumn(columns: readonly string[], role: CaseRole): string | undefined {
  return USUAL[role]
    .map((usual) => columns.find((name) => name.trim().toLowerCase() === usual))
    .find((name) => name !== undefined);
}
