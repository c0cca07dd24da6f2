/** A line to write in. */
export function Field({
  label,
  value,
  onWrite,
}: {
  readonly label: string;
  readonly value: string;
  readonly onWrite: (value: string) => void;
}) {
  return (
    <label class="field">
      {label}
      <input
        value={value}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => onWrite(currentTarget.value)}
      />
    </label>
  );
}

/** One of some names, each with its words. */
export function Choice<Name extends string>({
  label,
  value,
  words,
  onChoose,
}: {
  readonly label: string;
  readonly value: Name;
  readonly words: Readonly<Record<Name, string>>;
  readonly onChoose: (value: Name) => void;
}) {
  return (
    <label class="field">
      {label}
      <select value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value as Name)}>
        {(Object.entries(words) as [Name, string][]).map(([name, said]) => (
          <option key={name} value={name}>
            {said}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Something that is so or not. */
export function Tick({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}) {
  return (
    <label>
      <input
        type="checkbox"
        checked={value}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />{' '}
      {label}
    </label>
  );
}
