import { startWords } from '../../../../messages/web/start.js';
import type { RegionKind } from '../../../../model/region-kind.js';
import { useWords } from '../../state/preferences.js';

/** Chooses the kinds of regions that are mined, coded and counted. */
export function RegionChoice({
  kinds,
  counted,
  onChange,
}: {
  readonly kinds: readonly { readonly kind: RegionKind; readonly name: string }[];
  readonly counted: readonly RegionKind[];
  readonly onChange: (counted: RegionKind[]) => void;
}) {
  const say = useWords(startWords);
  return (
    <details>
      <summary>
        {say.regions(kinds.filter(({ kind }) => counted.includes(kind)).map(({ name }) => name))}
      </summary>
      <fieldset class="start-regions">
        <legend>{say.regionsHint}</legend>
        {kinds.map(({ kind, name }) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={counted.includes(kind)}
              onChange={({ currentTarget }) =>
                onChange(currentTarget.checked ? [...counted, kind] : counted.filter((one) => one !== kind))
              }
            />{' '}
            {name}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
