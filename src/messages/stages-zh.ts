/** The stages of a run in Chinese. */
export const stages: Readonly<Record<string, string>> = {
  import: '导入',
  mine: '挖掘',
  screen: '筛选',
  code: '编码',
  tables: '制表',
  regions: '更改文本区域',
};
