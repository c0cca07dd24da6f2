import { render } from 'preact';
import { App } from './app.js';
import { followLinks } from './state/address.js';
import { showKeptNote } from './state/after-load.js';
import { followProject } from './state/live.js';
import { sendForms } from './state/send-forms.js';

followProject();
followLinks();
sendForms();
showKeptNote();
render(<App />, document.body);
