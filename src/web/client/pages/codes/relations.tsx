import { theoryWords } from '../../../../messages/web/theory.js';
import type { BrowsedTheory } from '../../../../workflow/browse-theory.js';
import { caseAddress } from '../../components/case-address.js';
import { act } from '../../state/acts.js';
import { api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';

/** The relations of codes as papers print them, each with the sentences in which both meet. */
export function Relations({ theory }: { readonly theory: BrowsedTheory }) {
  const say = useWords(theoryWords);
  const { relations, ofGoneCodes } = theory;
  return (
    <section aria-labelledby="theory-relations">
      <h2 id="theory-relations">{say.relations}</h2>
      {relations.length === 0 && <p class="muted">{say.noRelations}</p>}
      {relations.length > 0 && (
        <table class="theory-table">
          <thead>
            <tr>
              <th>{say.pair}</th>
              <th>{say.kind}</th>
              <th>{say.reason}</th>
              <th>{say.evidence}</th>
              <th>{say.example}</th>
              <th>{say.coder}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {relations.map((row) => (
              <Relation
                key={`${row.fromId} ${row.relation} ${row.toId}`}
                row={row}
                codebook={theory.codebook}
              />
            ))}
          </tbody>
        </table>
      )}
      {relations.length > 0 && <p class="muted">{say.proof}</p>}
      {ofGoneCodes.length > 0 && (
        <p class="muted">
          {say.ofGone} {ofGoneCodes.map(({ from, relation, to }) => `${from} —${relation}→ ${to}`).join('；')}
        </p>
      )}
    </section>
  );
}

function Relation({
  row,
  codebook,
}: {
  readonly row: BrowsedTheory['relations'][number];
  readonly codebook: string;
}) {
  const say = useWords(theoryWords);
  const { pair, relation, reason, fromId, toId, sharedUnits, sharedCases, quote, caseId, coder } = row;
  const beside = new URLSearchParams([
    ['code', fromId],
    ['code', toId],
  ]);
  const remove = () =>
    void act(
      (seen) => api.theory.unrelate.$post({ json: { seen, codebook, code: fromId, to: toId, as: relation } }),
      say.unrelated(pair),
    );
  return (
    <tr>
      <td class="theory-short">{pair}</td>
      <td class="theory-short">{relation}</td>
      <td>{reason}</td>
      <td class="theory-short">
        {sharedUnits === null ? (
          <span class="muted">{say.notCounted}</span>
        ) : (
          <a href={`/compare?${beside}`} title={say.compare}>
            {say.meetings(sharedUnits, sharedCases ?? 0)}
          </a>
        )}
      </td>
      <td>
        {caseId !== null && (
          <>
            {quote} <a href={caseAddress(caseId)}>{caseId}</a>
          </>
        )}
      </td>
      <td class="theory-short">{coder ?? say.ofFile}</td>
      <td class="theory-acts">
        <button type="button" onClick={remove} aria-label={`${say.remove} ${pair} ${relation}`}>
          {say.remove}
        </button>
      </td>
    </tr>
  );
}
