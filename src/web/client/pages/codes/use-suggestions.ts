import { useEffect, useState } from 'preact/hooks';
import type { CodeSuggestion } from '../../../../workflow/suggest.js';
import { answerOf, api } from '../../state/api.js';

/** The codes that are suggested for a keyword, asked for once it is looked at; null while they are looked for. */
export function useSuggestions(word: string | undefined, codebook: string): readonly CodeSuggestion[] | null {
  const [found, setFound] = useState<{ word: string; suggestions: readonly CodeSuggestion[] } | null>(null);
  useEffect(() => {
    if (word === undefined) return;
    let isWanted = true;
    const take = (suggestions: readonly CodeSuggestion[]) => isWanted && setFound({ word, suggestions });
    // Who runs through the keywords by key does not wait for each.
    const wait = setTimeout(() => {
      answerOf(api.codes.suggestions.$get({ query: { word, codebook } })).then(take, () => take([]));
    }, PAUSE);
    return () => {
      isWanted = false;
      clearTimeout(wait);
    };
  }, [word, codebook]);
  return found?.word === word ? (found?.suggestions ?? null) : null;
}

const PAUSE = 250;
