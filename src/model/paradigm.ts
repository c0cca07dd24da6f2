/** The parts of the paradigm model (典范模型), as they are kept and written in Chinese, each with its English name. */
export const paradigmParts = {
  因果条件: 'causal condition',
  现象: 'phenomenon',
  脉络: 'context',
  中介条件: 'intervening condition',
  '行动/互动策略': 'action/interaction strategy',
  结果: 'consequence',
} as const;

/** A type of relation as it is kept: a part of the paradigm model by its Chinese name, any other name as it is. */
export function relationKind(written: string): string {
  const kind = written.normalize('NFC').trim();
  const form = (name: string) => name.toLowerCase().replaceAll(/[\s_-]+/g, ' ');
  const part = Object.entries(paradigmParts).find(([, english]) => english === form(kind));
  return part?.[0] ?? kind;
}
