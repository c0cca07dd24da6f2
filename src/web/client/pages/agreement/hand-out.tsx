import { useState } from 'preact/hooks';
import { handedWords } from '../../../../messages/web/handed.js';
import type { SheetKind } from '../../../../model/sheet.js';
import type { HandedOut } from '../../../../workflow/hand-out.js';
import { Choice, Field, Tick } from '../../components/form-fields.js';
import { showRefusal } from '../../state/acts.js';
import { useAddress } from '../../state/address.js';
import { answerOf, api } from '../../state/api.js';
import { useWords } from '../../state/preferences.js';
import { saveFile } from '../../state/save-file.js';

type How = keyof (typeof handedWords)['zh']['hows'];
type About = Pick<HandedOut, 'split' | 'sheet'>;

const FIRST = {
  how: 'files' as How,
  coders: '',
  cases: '',
  overlap: '',
  seed: '',
  what: 'passages' as SheetKind,
  of: '',
  sample: '',
  blind: false,
  hideNames: false,
};

/** Writes files for colleagues, which the browser saves, and says what is in each; what is asked for stands in the address. */
export function HandOut() {
  const say = useWords(handedWords);
  const { query, change } = useAddress();
  const form = formOf(query);
  const setForm = (next: typeof FIRST) =>
    change(
      Object.fromEntries(Object.entries(next).map(([name, value]) => [name, writtenOf(name, value)])),
      true,
    );
  const [isWriting, setWriting] = useState(false);
  const [given, setGiven] = useState<About | null>(null);
  const isSheet = form.how === 'sheet';
  const write = async () => {
    setWriting(true);
    setGiven(null);
    try {
      const answer = api.handed.out.$post({ json: requestOf(form) });
      const content = await answerOf(answer.then((one) => ({ ok: one.ok, json: () => contentOf(one) })));
      saveFile(content.get('file') as File);
      setGiven(JSON.parse(String(content.get('about'))) as About);
    } catch (error) {
      showRefusal(error);
    } finally {
      setWriting(false);
    }
  };
  return (
    <section class="panel handed-part" aria-label={say.out}>
      <h2>{say.out}</h2>
      <form
        class="handed-form"
        onSubmit={(event) => {
          event.preventDefault();
          void write();
        }}
      >
        <Choice
          label={say.how}
          value={form.how}
          words={say.hows}
          onChoose={(how) => setForm({ ...form, how })}
        />
        <Field label={isSheet ? say.coder : say.coders} {...bind('coders')} />
        {isSheet ? (
          <>
            <Choice
              label={say.what}
              value={form.what}
              words={say.whats}
              onChoose={(what) => setForm({ ...form, what })}
            />
            {form.what === 'passages' && <Field label={say.of} {...bind('of')} />}
            <Field label={say.sample} {...bind('sample')} />
            {['passages', 'uncoded'].includes(form.what) && <Tick label={say.blind} {...tick('blind')} />}
            {form.what === 'contested' && <Tick label={say.hideNames} {...tick('hideNames')} />}
          </>
        ) : (
          <>
            <Field label={say.cases} {...bind('cases')} />
            <Field label={say.overlap} {...bind('overlap')} />
          </>
        )}
        <Field label={say.seed} {...bind('seed')} />
        <div class="row">
          <button type="submit" class="primary" disabled={form.coders.trim() === '' || isWriting}>
            {isWriting ? say.writing : say.download}
          </button>
        </div>
      </form>
      <div role="status">{given !== null && <Given {...given} />}</div>
    </section>
  );

  function bind(name: 'coders' | 'cases' | 'overlap' | 'seed' | 'of' | 'sample') {
    return { value: form[name], onWrite: (value: string) => setForm({ ...form, [name]: value }) };
  }

  function tick(name: 'blind' | 'hideNames') {
    return { value: form[name], onChange: (value: boolean) => setForm({ ...form, [name]: value }) };
  }
}

/** The form as an address has it: only what is other than at first. */
function formOf(query: URLSearchParams): typeof FIRST {
  const given = Object.entries(FIRST).flatMap(([name, first]) => {
    const written = query.get(name);
    return written === null ? [] : [[name, typeof first === 'boolean' ? true : written]];
  });
  return { ...FIRST, ...Object.fromEntries(given) };
}

const writtenOf = (name: string, value: string | boolean): string =>
  value === FIRST[name as keyof typeof FIRST] ? '' : typeof value === 'boolean' ? '1' : value;

/** What each file has, as the commands report it. */
function Given({ split, sheet }: About) {
  const say = useWords(handedWords);
  const listed = (ids: readonly string[]) => ids.join('、');
  return (
    <ul class="agreement-lines">
      {split?.files.map(({ file, coder, cases }) => (
        <li key={file}>{say.given(file, coder, cases.length)}</li>
      ))}
      {split && split.overlap.length > 0 && <li>{say.shared(listed(split.overlap))}</li>}
      {split && split.chosen.length > 0 && <li>{say.chosen(listed(split.chosen))}</li>}
      {sheet && <li>{say.rows(sheet.coder, sheet.rows, sheet.of)}</li>}
      <li>{say.howToCode}</li>
    </ul>
  );
}

/** The file and what is said of it; of a refusal its message. */
const contentOf = (answer: Pick<Response, 'ok' | 'formData' | 'json'>): Promise<FormData> =>
  answer.ok ? answer.formData() : answer.json();

const listOf = (written: string) => written.split(/[,，、]/).flatMap((one) => one.trim() || []);

/** What is asked of the server; blank fields are left out. */
function requestOf({ how, coders, cases, overlap, seed, what, of, sample, blind, hideNames }: typeof FIRST) {
  const drawn = { ...(seed.trim() !== '' && { seed: Number(seed) }) };
  if (how !== 'sheet') {
    const chosen = listOf(cases);
    return {
      how: 'split' as const,
      ...drawn,
      coders: listOf(coders),
      sheets: how === 'sheets',
      ...(chosen.length > 0 && { cases: chosen }),
      ...(overlap.trim() !== '' && { overlap: overlap.trim() }),
    };
  }
  return {
    how,
    ...drawn,
    what,
    coder: coders.trim(),
    ...(sample.trim() !== '' && { sample: sample.trim() }),
    ...(what === 'passages' && of.trim() !== '' && { of: of.trim() }),
    ...(blind && ['passages', 'uncoded'].includes(what) && { view: 'blind' as const }),
    ...(what === 'contested' && { hideNames }),
  };
}
