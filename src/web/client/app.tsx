import { shellWords } from '../../messages/web/shell.js';
import { Shell } from './components/shell.js';
import { AgreementPage } from './pages/agreement/agreement-page.js';
import { CasesPage } from './pages/cases/cases-page.js';
import { CodesPage } from './pages/codes/codes-page.js';
import { ComparePage } from './pages/compare/compare-page.js';
import { HistoryPage } from './pages/history.js';
import { OverviewPage } from './pages/overview.js';
import { ReaderPage } from './pages/reader/reader-page.js';
import { ScreeningPage } from './pages/screening/screening-page.js';
import { StartPage } from './pages/start/start-page.js';
import { TablesPage } from './pages/tables.js';
import { useAddress } from './state/address.js';
import { useWords } from './state/preferences.js';

/** The workbench: its frame, and the page that the address names. */
export function App() {
  return (
    <Shell>
      <NamedPage />
    </Shell>
  );
}

/** The page that the address names; what stands behind its name is one case, view, or table. */
function NamedPage() {
  const say = useWords(shellWords);
  const [page = '', one, other] = useAddress().path.split('/').filter(Boolean).map(decoded);
  switch (page) {
    case '':
      return <OverviewPage />;
    case 'start':
      return <StartPage />;
    case 'cases':
      return one === undefined ? <CasesPage /> : <ReaderPage id={one} />;
    case 'screening':
      return <ScreeningPage />;
    case 'codes':
      return <CodesPage />;
    case 'compare':
      return <ComparePage />;
    case 'agreement':
      return <AgreementPage view={one} />;
    case 'tables':
      return <TablesPage kind={one} name={other} />;
    case 'history':
      return <HistoryPage />;
    default:
      return <p class="note">{say.notFound}</p>;
  }
}

/** A part of an address in plain letters, or as it is where it is cut amid one. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
