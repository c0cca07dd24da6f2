import { startWords } from '../../../../messages/web/start.js';
import { useWords } from '../../state/preferences.js';

/** Lines that begin so, where a person chooses to split at lines. */
const LINES = '^案例';

/** Chooses whether each file is one case, or where files are split into several, as `import --split-by` takes it. */
export function SplitChoice({
  value,
  onChoose,
}: {
  readonly value: string;
  readonly onChoose: (splitBy: string) => void;
}) {
  const say = useWords(startWords);
  const isLines = !(value in say.splits);
  return (
    <label class="field">
      {say.split}
      <select value={isLines ? LINES : value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {Object.entries(say.splits).map(([by, text]) => (
          <option key={by} value={by}>
            {text}
          </option>
        ))}
        <option value={LINES}>{say.splitLines}</option>
      </select>
      {isLines && (
        <>
          <input
            aria-label={say.splitLines}
            value={value}
            onInput={({ currentTarget }) => onChoose(currentTarget.value)}
          />
          <span class="muted">{say.splitHint}</span>
        </>
      )}
    </label>
  );
}
