import { render } from 'preact';
import { App } from './app.js';
import { showKeptNote } from './state/after-load.js';
import { followProject } from './state/live.js';

followProject();
showKeptNote();
render(<App />, document.body);
