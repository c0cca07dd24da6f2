import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { codesWords } from '../../../../messages/web/codes.js';
import type { CodeInDetail } from '../../../../workflow/read-code.js';
import { focusOnce } from '../../components/focus-once.js';
import { useWords } from '../../state/preferences.js';
import type { Definition } from './code-acts.js';

/** Which part of a code is being written. */
export type Writing = 'definition' | 'memo' | null;

/** What is known of the chosen code, and what becomes of what is written. */
export interface CodePanelProps {
  readonly code: CodeInDetail;
  readonly isCore: boolean;
  readonly writing: Writing;
  readonly onWrite: (writing: Writing) => void;
  readonly onDefine: (said: Definition) => void;
  readonly onNote: (text: string) => void;
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
        {code.label} {isCore && <em class="codes-core">{say.isCore}</em>}
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
        <DefineForm code={code} onDefine={props.onDefine} onCancel={() => onWrite(null)} />
      ) : (
        <Meaning code={code} />
      )}
      {writing === 'memo' && <MemoForm onNote={props.onNote} onCancel={() => onWrite(null)} />}
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
      <Lines name={say.memos} lines={code.memos.map(({ text, coder }) => `${text} — ${coder}`)} />
      <Lines
        name={say.changes}
        lines={code.changes.map(
          ({ field, before, after }) =>
            `${say.fields[field] ?? field}：${before || say.none} → ${after || say.none}`,
        )}
      />
      {code.revisit.length > 0 && <dt>{say.revisit}</dt>}
      {code.revisit.length > 0 && (
        <dd>
          {code.revisit.slice(0, REVISITED).map(({ caseId, passage, quote, coder, changed }) => (
            <p key={`${passage} ${coder}`}>
              <a href={`/cases/${encodeURIComponent(caseId)}`}>{caseId}</a> {quote}{' '}
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
  onCancel,
}: {
  readonly code: CodeInDetail;
  readonly onDefine: (said: Definition) => void;
  readonly onCancel: () => void;
}) {
  const say = useWords(codesWords);
  const [definition, setDefinition] = useState(code.definition);
  const [limits, setLimits] = useState(code.exclude.join('\n'));
  const [examples, setExamples] = useState(code.examples.join('\n'));
  const [properties, setProperties] = useState(
    code.properties
      .map(({ name, dimensions }) => (dimensions.length > 0 ? `${name}=${dimensions.join('、')}` : name))
      .join('\n'),
  );
  const fields = [
    { name: say.definition, text: definition, write: setDefinition, hint: '' },
    { name: say.exclude, text: limits, write: setLimits, hint: say.lines },
    { name: say.examples, text: examples, write: setExamples, hint: say.lines },
    { name: say.properties, text: properties, write: setProperties, hint: say.propertiesHint },
  ];
  return (
    <form
      class="codes-form"
      onSubmit={(event) => {
        event.preventDefault();
        onDefine({
          definition,
          limits: limits.split('\n'),
          examples: examples.split('\n'),
          properties: properties.split('\n'),
        });
      }}
    >
      {fields.map(({ name, text, write, hint }, at) => (
        <label key={name}>
          {name} {hint !== '' && <span class="muted">{hint}</span>}
          <textarea
            rows={3}
            ref={at === 0 ? focusOnce : null}
            value={text}
            onInput={({ currentTarget }) => write(currentTarget.value)}
          />
        </label>
      ))}
      <FormButtons onCancel={onCancel} />
    </form>
  );
}

function MemoForm({
  onNote,
  onCancel,
}: {
  readonly onNote: (text: string) => void;
  readonly onCancel: () => void;
}) {
  const say = useWords(codesWords);
  const [text, setText] = useState('');
  return (
    <form
      class="codes-form"
      onSubmit={(event) => {
        event.preventDefault();
        onNote(text);
      }}
    >
      <label>
        {say.actions.memo}
        <textarea
          rows={4}
          ref={focusOnce}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <FormButtons onCancel={onCancel} />
    </form>
  );
}

function FormButtons({ onCancel }: { readonly onCancel: () => void }) {
  const say = useWords(codesWords);
  return (
    <div class="row">
      <button type="submit" class="primary">
        {say.save}
      </button>
      <button type="button" onClick={onCancel}>
        {say.cancel}
      </button>
    </div>
  );
}
