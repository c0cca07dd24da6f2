import { proposalsWords } from '../../../../messages/web/proposals.js';
import { tablesWords } from '../../../../messages/web/tables.js';
import { HiddenCases } from '../../components/hidden-cases.js';
import { api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';

/** Formats that take single tables. */
const OF_TABLES: readonly string[] = ['xlsx', 'csv', 'docx', 'html', 'md'];

/** Files to save: the table that is shown, or all that a format holds. */
export function ExportMenu({ table }: { readonly table: string }) {
  const say = useWords(tablesWords);
  const hides = useWords(proposalsWords);
  const { data } = useResource('exports', () => api.exports.$get());
  const hidden = data?.hidden ?? [];
  return (
    <details class="menu">
      <summary class="button">{say.save}</summary>
      <div class="menu-list panel">
        {hidden.length > 0 ? (
          <HiddenCases text={hides.filesHidden(hidden.length)} cases={hidden} />
        ) : (
          <>
            <h2>{say.saveTable}</h2>
            {OF_TABLES.map((format) => (
              <a key={format} href={`/api/exports/${format}?tables=${table}`} download>
                {say.formats[format] ?? format}
              </a>
            ))}
            <h2>{say.saveAll}</h2>
            {data?.formats.map((format) => (
              <a key={format} href={`/api/exports/${format}`} download>
                {say.formats[format] ?? format}
              </a>
            ))}
          </>
        )}
      </div>
    </details>
  );
}
