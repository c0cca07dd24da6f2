import { useMemo } from 'preact/hooks';
import type { ReadLine } from '../../../../workflow/read-case-text.js';
import type { LineLook, Mark, Stripe } from './line-layers.js';
import { cutLine } from './segments.js';

/** Lanes that the margin has room for; what needs more shares the last. */
const LANES = 6;

/** Hues of the pillars, as the sheet of styles numbers them. */
export const HUES = 8;

/** What a line shows, and what to call its kind; `hueOf` gives the hue of a coding. */
export interface ReaderLineProps {
  readonly line: ReadLine;
  readonly index: number;
  readonly look: LineLook;
  readonly kind: string | null;
  readonly hueOf: (path: readonly string[]) => number;
}

/** A line of the text: its number, its words as inline spans, and the stripes of what is coded in it. */
export function ReaderLine({ line, index, look, kind, hueOf }: ReaderLineProps) {
  // Headings of the text are under that of the page, which is of the first level.
  const Words = line.kind === 'heading' ? 'h2' : 'p';
  // The same element is not looked through again: of many lines few change by an act.
  return useMemo(
    () => (
      <div class="reader-line" data-line={index}>
        <span class="reader-number" aria-hidden="true">
          {line.paragraph}
        </span>
        <Words class={`reader-words reader-${line.kind}`}>
          {kind !== null && (
            // That it is a heading is said already.
            <span class="reader-kind" aria-hidden={Words === 'h2' && line.leftOut.length === 0}>
              {kind}
            </span>
          )}
          {cutLine(line.text, look.layers).map(({ start, text, marks }) => (
            <span key={start} data-at={start} {...markedAs(marks)}>
              {text}
            </span>
          ))}
        </Words>
        <span class="reader-margin">
          {look.stripes.map((stripe) => (
            <StripeMark key={stripe.passage.id} stripe={stripe} hue={hueOf(stripe.passage.path)} />
          ))}
        </span>
      </div>
    ),
    [line, index, look, kind, hueOf],
  );
}

/** The class and words of a part of the text; parts that nothing covers have none. */
function markedAs(marks: readonly Mark[]): { class?: string; title?: string; 'data-passages'?: string } {
  if (marks.length === 0) return {};
  const codings = marks.filter(({ type }) => type === 'coding' || type === 'chosen');
  const words = marks.filter(({ type }) => type === 'keyword' || type === 'new-word').map(({ key }) => key);
  const names = new Set<string>(marks.map(({ type }) => `mark-${type}`));
  if (codings.length > 1) names.add(codings.length > 2 ? 'mark-many' : 'mark-two');
  return {
    class: [...names].join(' '),
    ...(words.length > 0 && { title: [...new Set(words)].join('、') }),
    ...(codings.length > 0 && { 'data-passages': codings.map(({ key }) => key).join(' ') }),
  };
}

function StripeMark({ stripe, hue }: { readonly stripe: Stripe; readonly hue: number }) {
  const { passage, lane, top, height, isChosen } = stripe;
  return (
    <button
      type="button"
      tabIndex={-1}
      class={`stripe stripe-${passage.status}${isChosen ? ' stripe-chosen' : ''}`}
      data-passage={passage.id}
      title={passage.path.join(' › ')}
      aria-label={passage.code}
      style={{
        '--hue': `var(--hue-${hue})`,
        left: `${Math.min(lane, LANES - 1) * 11}px`,
        top: `${top * 100}%`,
        height: `max(1.2em, ${height * 100}%)`,
      }}
    />
  );
}
