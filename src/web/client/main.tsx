import { render } from 'preact';
import { App } from './app.js';
import { followProject } from './state/live.js';

followProject();
render(<App />, document.body);
