import { keywordsBench } from './keywords.mjs';
import { abstracts } from './texts.mjs';

export const { name, unit, run, baseline } = keywordsBench('16 MB of abstracts', abstracts(16));
