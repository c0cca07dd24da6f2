import { startWords } from '../../../../messages/web/start.js';
import { useWords } from '../../state/preferences.js';

/** Chooses the codebook: one that comes with the program, one that was handed over, or none. */
export function CodebookChoice({
  codebooks,
  own = [],
  unchanged,
  value,
  onChoose,
}: {
  readonly codebooks: readonly { readonly id: string; readonly title: string }[];
  readonly own?: readonly string[];
  /** The choice of none in particular, where there is one. */
  readonly unchanged?: string;
  readonly value: string;
  readonly onChoose: (codebook: string) => void;
}) {
  const say = useWords(startWords);
  return (
    <label class="field">
      {say.codebook}
      <select value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {unchanged !== undefined && <option value="">{unchanged}</option>}
        {codebooks.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
        {own.map((file) => (
          <option key={file} value={file}>
            {say.ownCodebook(file)}
          </option>
        ))}
        <option value="none">{say.noCodebook}</option>
      </select>
      <span class="muted">{say.codebookHint}</span>
    </label>
  );
}
