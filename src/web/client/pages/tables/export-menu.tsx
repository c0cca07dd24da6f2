import { tablesWords } from '../../../../messages/web/tables.js';
import { api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';

/** Formats that take single tables. */
const OF_TABLES: readonly string[] = ['xlsx', 'csv', 'docx', 'html', 'md'];

/** Files to save: the table that is shown, or all that a format holds. */
export function ExportMenu({ table }: { readonly table: string }) {
  const say = useWords(tablesWords);
  const { data: formats } = useResource('exports', () => api.exports.$get());
  return (
    <details class="menu">
      <summary class="button">{say.save}</summary>
      <div class="menu-list panel">
        <h3>{say.saveTable}</h3>
        {OF_TABLES.map((format) => (
          <a key={format} href={`/api/exports/${format}?tables=${table}`} download>
            {say.formats[format] ?? format}
          </a>
        ))}
        <h3>{say.saveAll}</h3>
        {formats?.map((format) => (
          <a key={format} href={`/api/exports/${format}`} download>
            {say.formats[format] ?? format}
          </a>
        ))}
      </div>
    </details>
  );
}
