import { nameKinds } from '../model/counted-regions.js';
import { chineseTraditions, traditions } from '../model/tradition.js';

/** The value of a setting in Chinese: kinds of regions and traditions by their names. */
export function settingValue(name: string, value: string): string {
  if (name === 'regions') return nameKinds(value.split(','), 'zh');
  const tradition = name === 'tradition' ? traditions.find((one) => one === value) : undefined;
  return tradition ? chineseTraditions[tradition] : value;
}
