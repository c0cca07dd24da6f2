import type { StudyRules } from '../../model/screening-rules.js';
import type { TextForm } from '../../text/text-form.js';

/** Returns screening rules whose words, endings and folds have the form of clean texts. */
export function rulesInTextForm<Rules extends StudyRules>(rules: Rules, form: TextForm): Rules {
  return {
    ...rules,
    drop: rules.drop.map(({ words, endings, ...rule }) => ({
      ...rule,
      words: words.map(form),
      endings: endings.map(form),
    })),
    fold: Object.fromEntries(Object.entries(rules.fold).map(([word, into]) => [form(word), form(into)])),
  };
}
