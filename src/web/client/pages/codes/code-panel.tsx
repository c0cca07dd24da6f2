import type { ComponentChildren } from 'preact';
import { codesWords } from '../../../../messages/web/codes.js';
import type { CodeInDetail } from '../../../../workflow/read-code.js';
import { caseAddress } from '../../components/case-address.js';
import { focusOnce } from '../../components/focus-once.js';
import { MemoForm, Memos } from '../../components/memos.js';
import { useDraft } from '../../state/draft.js';
import { named, useWords } from '../../state/preferences.js';
import type { Definition } from './code-acts.js';

/** Which part of a code is being written. */
export type Writing = 'definition' | 'memo' | null;

/** What is known of the chosen code, and what becomes of what is written. */
export interface CodePanelProps {
  readonly code: CodeInDetail;
  readonly isCore: boolean;
  readonly writing: Writing;
  readonly onWrite: (writing: Writing) => void;
  readonly onDefine: (said: Definition) => Promise<boolean>;
  readonly onCompare: () => void;
  /** The acts by button. */
  readonly children: ComponentChildren;
}

/** A code: what it means, what it has, how it relates to others, and what changed. */
export function CodePanel(props: CodePanelProps) {
  const { code, isCore, writing, onWrite, onCompare, children } = props;
  const say = useWords(codesWords);
  return (
    <section class="codes-panel" aria-label={code.label}>
      <p class="muted">{code.path.slice(0, -1).join(' › ')}</p>
      <h2 class="codes-name-of">
        {code.label} {isCore && <em class="badge">{say.isCore}</em>}
      </h2>
      <div class="row">
        <a class="button primary" href={`/compare?${new URLSearchParams({ code: code.id })}`}>
          {say.evidence} <kbd>v</kbd>
        </a>
        <button type="button" onClick={onCompare}>
          {say.compareWith}
        </button>
      </div>
      <div class="row codes-acts">{children}</div>
      {writing === 'definition' ? (
        <DefineForm code={code} onDefine={props.onDefine} onLeave={() => onWrite(null)} />
      ) : (
        <Meaning code={code} />
      )}
      {writing === 'memo' && <MemoForm on={`code:${code.id}`} onLeave={() => onWrite(null)} />}
      <Known code={code} />
    </section>
  );
}

function Meaning({ code }: { readonly code: CodeInDetail }) {
  const say = useWords(codesWords);
  const facets = Object.entries(code.facets ?? {}).map(([name, values]) => `${name}：${values.join('、')}`);
  return (
    <dl class="codes-facts">
      <dt>{say.definition}</dt>
      <dd>{code.definition || say.none}</dd>
      <Lines name={say.include} lines={code.include} />
      <Lines name={say.exclude} lines={code.exclude} />
      <Lines name={say.examples} lines={code.examples} />
      <Lines
        name={say.properties}
        lines={code.properties.map(({ name, dimensions }) =>
          dimensions.length > 0 ? `${name}：${dimensions.join('、')}` : name,
        )}
      />
      <Lines name={say.facets} lines={facets} />
      <Lines name={say.note} lines={code.note === undefined ? [] : [code.note]} />
      <Lines name={say.terms} lines={code.terms.length > 0 ? [code.terms.join('、')] : []} />
    </dl>
  );
}

function Known({ code }: { readonly code: CodeInDetail }) {
  const say = useWords(codesWords);
  return (
    <dl class="codes-facts">
      <Lines
        name={say.keywords}
        lines={
          code.keywords.length > 0
            ? [code.keywords.map(({ word, cases }) => `${word} ${cases}`).join('　')]
            : []
        }
      />
      <Lines
        name={say.relations}
        lines={code.relations.map(
          ({ from, relation, to, reason }) =>
            `${from} —${relation}→ ${to}${reason === '' ? '' : ` · ${reason}`}`,
        )}
      />
      {code.memos.length > 0 && <dt>{say.memos}</dt>}
      {code.memos.length > 0 && (
        <dd>
          <Memos memos={code.memos} />
        </dd>
      )}
      <Lines
        name={say.changes}
        lines={code.changes.map(({ field, before, after }) =>
          named(say.fields[field] ?? field, `${before || say.none} → ${after || say.none}`),
        )}
      />
      {code.revisit.length > 0 && <dt>{say.revisit}</dt>}
      {code.revisit.length > 0 && (
        <dd>
          {code.revisit.slice(0, REVISITED).map(({ caseId, passage, quote, coder, changed }) => (
            <p key={`${passage} ${coder}`}>
              <a href={caseAddress(caseId)}>{caseId}</a> {quote}{' '}
              <span class="muted">
                {say.revisitWhy[changed]} — {coder}
              </span>
            </p>
          ))}
          {code.revisit.length > REVISITED && <p class="muted">+ {code.revisit.length - REVISITED}</p>}
        </dd>
      )}
    </dl>
  );
}

/** How many verdicts to revisit are listed; the table of that name has all. */
const REVISITED = 20;

function Lines({ name, lines }: { readonly name: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </dd>
    </>
  );
}

function DefineForm({
  code,
  onDefine,
  onLeave,
}: {
  readonly code: CodeInDetail;
  readonly onDefine: (said: Definition) => Promise<boolean>;
  readonly onLeave: () => void;
}) {
  const say = useWords(codesWords);
  const [draft, write] = useDraft(`definition ${code.id}`);
  const changed = JSON.parse(draft ?? '{}') as Partial<typeof kept>;
  const kept = {
    definition: code.definition,
    exclude: code.exclude.join('\n'),
    examples: code.examples.join('\n'),
    properties: code.properties
      .map(({ name, dimensions }) => (dimensions.length > 0 ? `${name}=${dimensions.join('、')}` : name))
      .join('\n'),
  };
  const written = { ...kept, ...changed };
  const hints = { definition: '', exclude: say.lines, examples: say.lines, properties: say.propertiesHint };
  const names = Object.keys(kept) as (keyof typeof kept)[];
  const leave = () => {
    write(null);
    onLeave();
  };
  return (
    <form
      class="codes-form"
      onSubmit={(event) => {
        event.preventDefault();
        const { definition, exclude, examples, properties } = written;
        void onDefine({
          definition,
          limits: exclude.split('\n'),
          examples: examples.split('\n'),
          properties: properties.split('\n'),
        }).then((isSaved) => isSaved && leave());
      }}
    >
      {names.map((name, at) => (
        <label key={name}>
          {say[name]} {hints[name] !== '' && <span class="muted">{hints[name]}</span>}
          <textarea
            rows={3}
            ref={at === 0 ? focusOnce : null}
            value={written[name]}
            onInput={({ currentTarget: { value } }) => write(JSON.stringify({ ...changed, [name]: value }))}
          />
        </label>
      ))}
      <div class="row">
        <button type="submit" class="primary">
          {say.save} <kbd>Ctrl Enter</kbd>
        </button>
        <button type="button" onClick={leave}>
          {say.cancel}
        </button>
      </div>
    </form>
  );
}
