import { useState } from 'preact/hooks';
import { memosWords } from '../../../messages/web/memos.js';
import { queriesWords } from '../../../messages/web/queries.js';
import type { Span } from '../../../model/span.js';
import type { ReadMemo } from '../../../workflow/read-passages.js';
import { act } from '../state/acts.js';
import { api } from '../state/api.js';
import { useWords } from '../state/preferences.js';
import { useResource } from '../state/resource.js';
import { WriteForm } from './write-form.js';

/** Memos, each with its author, who alone edits and deletes it. */
export function Memos({ memos }: { readonly memos: readonly ReadMemo[] }) {
  const say = useWords(memosWords);
  const fields = useWords(queriesWords);
  const { data: project } = useResource('project', () => api.project.$get());
  const [edited, edit] = useState<string | null>(null);
  const remove = (memo: string, { currentTarget }: { readonly currentTarget: Element }) => {
    const around = currentTarget.closest<HTMLElement>('[tabindex]');
    void act((seen) => api.memos.delete.$post({ json: { seen, memo } }), say.deleted).then(
      (done) => done && around?.focus(),
    );
  };
  return (
    <>
      {memos.map(({ id, text, type, coder }) => (
        <div key={id} class="memo">
          {type === 'return' && <b>{say.returned} </b>}
          {edited === id ? (
            <WriteForm
              name={`memo ${id}`}
              label={say.edit}
              before={text}
              onSave={(next) =>
                act((seen) => api.memos.edit.$post({ json: { seen, memo: id, text: next } }), say.edited)
              }
              onLeave={() => edit(null)}
            />
          ) : (
            inWords(text, fields)
          )}{' '}
          <span class="muted">— {coder}</span>
          {coder === project?.coder && (
            <>
              <button
                type="button"
                aria-pressed={edited === id}
                onClick={() => edit(edited === id ? null : id)}
              >
                {say.edit}
              </button>
              <button type="button" onClick={(event) => remove(id, event)}>
                {say.delete}
              </button>
            </>
          )}
        </div>
      ))}
    </>
  );
}

/** A query that is kept as a memo begins its lines with names of fields, which are read in the language of the page. */
const inWords = (text: string, say: Fields): string =>
  text.startsWith('query:')
    ? text.replace(/^(query|words|code|where|coder)(?=:)/gm, (field) => say[field as keyof Fields])
    : text;

type Fields = Record<'query' | 'words' | 'code' | 'where' | 'coder', string>;

/** A new memo: what it is on, as `case:ID`, `code:ID` or `passage:ID`, and where that passage lies. */
export interface MemoFormProps {
  readonly on: string;
  readonly near?: Span & { readonly caseId: string };
  /** One of the type `return` gives a passage back to its coder. */
  readonly type?: 'note' | 'return';
  readonly onLeave: () => void;
}

/** A field for a new memo. */
export function MemoForm({ on, near, type = 'note', onLeave }: MemoFormProps) {
  const say = useWords(memosWords);
  const place = near && { caseId: near.caseId, start: near.start, end: near.end };
  return (
    <WriteForm
      name={`${type} ${on}`}
      label={say.write[type]}
      onSave={(text) =>
        act(
          (seen) => api.memos.write.$post({ json: { seen, on, type, text, near: place } }),
          say.written[type],
        )
      }
      onLeave={onLeave}
    />
  );
}
