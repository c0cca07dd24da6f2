import { type CountedRegions, chineseRegionNames, nameKinds } from '../model/counted-regions.js';
import type { Language } from '../model/language.js';
import { type RegionKind, regionKinds } from '../model/region-kind.js';
import { english } from './english.js';

/** A sentence that says which kinds of regions count, and how much of the texts is left out; none where no case has a text. */
export function describeCounted(regions: CountedRegions, language: Language): string {
  const { sets, characters, leftOut, kinds, labels, sealed, fromPlainText } = regions;
  if (sets.length === 0) return '';
  const isChinese = language === 'zh';
  const named = sets.map((set) => {
    const names = nameSet(set.kinds, language);
    if (sets.length === 1) return names;
    return isChinese ? `${names}（${set.cases} 个案例）` : english`${names} (${set.cases} cases)`;
  });
  const share = ((100 * leftOut) / Math.max(1, characters)).toFixed(1);
  const parts = kinds
    .filter((one) => one.counted < one.characters)
    .map(({ kind, ...one }) => {
      const length = one.characters - one.counted;
      return isChinese ? `${chineseRegionNames[kind]} ${length} 字` : `${kind} ${length}`;
    });
  if (labels > 0) parts.push(isChinese ? `发言人标签 ${labels} 字` : `labels of turns ${labels}`);
  if (sealed.statements > 0) {
    const { statements, characters: length } = sealed;
    parts.push(
      isChinese
        ? `预留语句 ${statements} 句 ${length} 字`
        : `${statements} reserved ${statements === 1 ? 'statement' : 'statements'} ${length}`,
    );
  }
  if (isChinese) {
    const rest = leftOut === 0 ? '没有文字未计入' : `未计入 ${leftOut} 字（${share}%）：${parts.join('、')}`;
    const plain = fromPlainText === 0 ? '' : `${fromPlainText} 个案例的文本区域只据纯文本识别。`;
    return `计入的文本区域：${named.join('；')}；${rest}。${plain}`;
  }
  const rest =
    leftOut === 0
      ? 'nothing is left out'
      : english`left out: ${leftOut} characters (${share}%): ${parts.join(', ')}`;
  const plain =
    fromPlainText === 0
      ? ''
      : english` The regions of ${fromPlainText} cases are recognised from plain text alone.`;
  return `Regions counted: ${named.join('; ')}; ${rest}.${plain}`;
}

function nameSet(kinds: readonly RegionKind[], language: Language): string {
  if (kinds.length < regionKinds.length) return nameKinds(kinds, language);
  return language === 'zh' ? '全部' : 'all';
}
