import { LocationProvider, Route, Router } from 'preact-iso';
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
import { useWords } from './state/preferences.js';

/** The workbench: its frame, and the page that the address names. */
export function App() {
  return (
    <LocationProvider>
      <Shell>
        <Router>
          <Route path="/" component={OverviewPage} />
          <Route path="/start" component={StartPage} />
          <Route path="/cases" component={CasesPage} />
          <Route path="/cases/:id" component={ReaderPage} />
          <Route path="/screening" component={ScreeningPage} />
          <Route path="/codes" component={CodesPage} />
          <Route path="/compare" component={ComparePage} />
          <Route path="/agreement/:view?" component={AgreementPage} />
          <Route path="/tables/:kind?/:name?" component={TablesPage} />
          <Route path="/history" component={HistoryPage} />
          <Route default component={NoSuchPage} />
        </Router>
      </Shell>
    </LocationProvider>
  );
}

function NoSuchPage() {
  return <p class="note">{useWords(shellWords).notFound}</p>;
}
