import { render } from 'preact';
import { App } from './app.js';
import { followLinks } from './state/address.js';
import { showKeptNote } from './state/after-load.js';
import { followProject } from './state/live.js';

followProject();
followLinks();
showKeptNote();
render(<App />, document.body);
