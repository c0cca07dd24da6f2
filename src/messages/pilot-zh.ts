import type { PilotReport } from '../workflow/pilot.js';
import { agreementWords } from './agreement-zh.js';

/** What a training round comes to, in Chinese. */
export function pilotReport({ cases, headline, value, threshold, isReached }: PilotReport): string[] {
  const reached = isReached ? '已达到' : '未达到：修订编码手册后再作一轮预编码';
  const against = threshold === null ? '未设定（zhagen settings pilot-threshold 0.8）' : String(threshold);
  return [
    `预编码：两名以上编码者完成的案例 ${cases.length} 个${cases.length > 0 ? `（${cases.join('、')}）` : ''}。`,
    `${agreementWords.measures[headline]} ${value ?? '无定义'}；要求达到：${against}${isReached === null ? '' : `，${reached}`}。`,
  ];
}
