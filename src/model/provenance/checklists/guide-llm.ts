import { type ChecklistItem, item } from '../checklist.js';

const MODELS = ['generative-models'] as const;

/** GUIDE-LLM, the 14 core items as www.llm-checklist.com numbers them (read in 2026); its eight optional items are left out. */
export const guideLlm: readonly ChecklistItem[] = [
  item('A.1', '模型用于哪些环节', 'What models were used for', ['program/no-generative'], MODELS),
  item('A.2', '有无人工介入', 'With people in the loop or fully automatic', [], MODELS),
  item('B.1', '模型名称、版本、提供者与日期', 'Model, version, provider and date', [], MODELS),
  item('B.2', '访问方式', 'How the model was accessed', [], MODELS),
  item('B.3', '参数', 'Parameters', [], MODELS),
  item('B.4', '微调或定制', 'Fine-tuning or customisation', [], MODELS),
  item('B.5', '会话之间是否保留状态', 'Whether sessions kept state', [], MODELS),
  item('C.1', '提示词原文', 'Exact prompts', [], MODELS),
  item('C.2', '系统级指令', 'System-wide instructions', [], MODELS),
  item('D.1', '个人与敏感数据的处理', 'Personal and sensitive data', [], ['consent', ...MODELS]),
  item('E.1', '对输出的人工验证', 'Validation of outputs by people', [], MODELS),
  item('E.2', '输出的后处理', 'Post-processing of outputs', [], MODELS),
  item('F.1', '代码是否公开', 'Code shared', [], ['availability']),
  item('G.1', '资助与相关关系', 'Funding and relationships', [], ['funding']),
];
