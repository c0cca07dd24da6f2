import { nameKinds } from '../model/counted-regions.js';
import type { ProposalsSetting } from '../model/proposals-setting.js';
import { chineseTraditions, traditions } from '../model/tradition.js';

const proposals: Readonly<Record<ProposalsSetting, string>> = { 'when-done': '读完案例后', always: '始终' };

/** The value of a setting in Chinese: kinds of regions, traditions and the like by their names. */
export function settingValue(name: string, value: string): string {
  if (name === 'regions') return nameKinds(value.split(','), 'zh');
  if (name === 'proposals') return proposals[value as ProposalsSetting];
  const tradition = name === 'tradition' ? traditions.find((one) => one === value) : undefined;
  return tradition ? chineseTraditions[tradition] : value;
}
