import type { PilotReport } from '../workflow/pilot.js';
import { agreementWords } from './agreement-en.js';
import { counted } from './counted.js';

/** What a training round comes to, in English. */
export function pilotReport({ cases, headline, value, threshold, isReached }: PilotReport): string[] {
  const reached = isReached ? 'reached' : 'not reached: revise the codebook, and train once more';
  const against =
    threshold === null ? 'no threshold set (zhagen settings pilot-threshold 0.8)' : String(threshold);
  return [
    `Training round: ${counted(cases.length, 'case')} finished by two or more coders${cases.length > 0 ? ` (${cases.join(', ')})` : ''}.`,
    `${agreementWords.measures[headline]} ${value ?? 'undefined'}; threshold: ${against}${isReached === null ? '' : `, ${reached}`}.`,
  ];
}
