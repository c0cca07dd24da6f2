import { agreementWords } from '../../../../messages/web/agreement.js';
import { useWords } from '../../state/preferences.js';
import { CheckView } from './check-view.js';
import { DisagreementList } from './disagreement-list.js';
import { FilesView } from './files-view.js';
import { MeetingView } from './meeting-view.js';
import { ReportView } from './report-view.js';

/** The parts of the page, and where each is. */
const VIEWS = [
  { name: 'report', path: '/agreement' },
  { name: 'disagreements', path: '/agreement/disagreements' },
  { name: 'meeting', path: '/agreement/meeting' },
  { name: 'files', path: '/agreement/files' },
  { name: 'check', path: '/agreement/check' },
] as const;

const SHOWN = {
  report: ReportView,
  disagreements: DisagreementList,
  meeting: MeetingView,
  files: FilesView,
  check: CheckView,
} as const;

/** How far coders agree, what they differ about, also for a meeting, files for colleagues, and checking what one of them coded. */
export function AgreementPage({ view }: { readonly view: string | undefined }) {
  const say = useWords(agreementWords);
  const { name: chosen } = VIEWS.find(({ name }) => name === view) ?? VIEWS[0];
  const View = SHOWN[chosen];
  return (
    <>
      <div class="row">
        <h1>{say.title}</h1>
        <nav class="row" aria-label={say.title}>
          {VIEWS.map(({ name, path }) => (
            <a key={name} class="button" href={path} aria-current={name === chosen ? 'page' : undefined}>
              {say.views[name]}
            </a>
          ))}
        </nav>
      </div>
      <View />
    </>
  );
}
