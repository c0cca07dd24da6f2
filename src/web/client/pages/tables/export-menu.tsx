import { proposalsWords } from '../../../../messages/web/proposals.js';
import { tablesWords } from '../../../../messages/web/tables.js';
import { HiddenCases } from '../../components/hidden-cases.js';
import { showRefusal } from '../../state/acts.js';
import { useAddress } from '../../state/address.js';
import { answerOf, api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';
import { useResource } from '../../state/resource.js';
import { saveFile } from '../../state/save-file.js';

/** Formats that take single tables. */
const OF_TABLES: readonly string[] = ['xlsx', 'csv', 'docx', 'html', 'md'];

/** What a table is asked of is asked of its file, too. */
const ASKED = ['view', 'by', 'word', 'coders', 'codebooks'];

/** Saves a file, or says why there is none: the browser would say nothing. */
async function saveAsShown(event: Event & { readonly currentTarget: HTMLAnchorElement }): Promise<void> {
  event.preventDefault();
  try {
    const response = await fetch(event.currentTarget.href);
    if (!response.ok) await answerOf(Promise.resolve(response));
    const [, name = ''] = /''(.*)/.exec(response.headers.get('content-disposition') ?? '') ?? [];
    saveFile(new File([await response.blob()], decodeURIComponent(name)));
  } catch (error) {
    showRefusal(error);
  }
}

/** Files to save: the table that is shown, or all that a format holds. */
export function ExportMenu({ table }: { readonly table: string }) {
  const say = useWords(tablesWords);
  const hides = useWords(proposalsWords);
  const { data } = useResource('exports', () => api.exports.$get());
  const hidden = data?.hidden ?? [];
  const { query } = useAddress();
  const asked = new URLSearchParams({ tables: table });
  for (const name of ASKED) if (query.has(name)) asked.set(name, query.get(name) ?? '');
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
              <a key={format} href={`/api/exports/${format}?${asked}`} onClick={saveAsShown}>
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
