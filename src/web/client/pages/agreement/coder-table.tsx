import { agreementWords } from '../../../../messages/web/agreement.js';
import type { CoderTally } from '../../../../workflow/tally-coders.js';
import { useWords } from '../../state/preferences.js';

const COLUMNS = ['cases', 'casesDone', 'coded', 'reviewed', 'words'] as const;

/** The coders of the project with what each coded, and whether they are compared. */
export function CoderTable({
  coders,
  chosen,
  onChoose,
}: {
  readonly coders: readonly CoderTally[];
  readonly chosen: readonly string[];
  readonly onChoose: (names: readonly string[]) => void;
}) {
  const say = useWords(agreementWords);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="agreement-scroll" tabIndex={0} aria-label={say.coder}>
      <table class="agreement-table">
        <thead>
          <tr>
            <th>{say.compared}</th>
            <th>{say.coder}</th>
            {COLUMNS.map((column) => (
              <th key={column} class="number">
                {say.heads[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {coders.map((one) => (
            <tr key={one.coder}>
              <td>
                <input
                  type="checkbox"
                  aria-label={say.compare(one.coder)}
                  checked={chosen.includes(one.coder)}
                  onChange={({ currentTarget }) =>
                    onChoose(
                      currentTarget.checked
                        ? [...chosen, one.coder]
                        : chosen.filter((name) => name !== one.coder),
                    )
                  }
                />
              </td>
              <th scope="row">
                {one.coder} {one.isApart && <span class="muted">{say.apart}</span>}
              </th>
              {COLUMNS.map((column) => (
                <td key={column} class="number">
                  {one[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
