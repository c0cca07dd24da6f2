import { language } from './preferences.js';

/** A moment as the clock on the wall shows it. */
export function atPlace(time: string): string {
  return new Intl.DateTimeFormat(language.value === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(time));
}
