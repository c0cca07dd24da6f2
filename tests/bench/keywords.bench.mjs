import { keywordsBench } from './keywords.mjs';
import { laws } from './texts.mjs';

export const { name, unit, run, baseline } = keywordsBench('16 MB of laws', laws(16));
