// After tsc: joins the modules of the page into one script and its styles into one sheet, as the browser loads them.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { writeNotices } from './notices.mjs';

const SOURCE = 'src/web/client';
const TARGET = 'dist/web/client';

mkdirSync(TARGET, { recursive: true });
const bundle = await rolldown({
  input: `${SOURCE}/main.tsx`,
  platform: 'browser',
  tsconfig: 'tsconfig.json',
  transform: { define: { 'process.env.NODE_ENV': '"production"' } },
});
const { output } = await bundle.write({
  file: `${TARGET}/page.js`,
  format: 'esm',
  minify: true,
});
writeNotices(
  output.flatMap(({ modules = {} }) => Object.keys(modules)),
  'dist/third-party-notices-page.txt',
);

const styles = readdirSync(`${SOURCE}/styles`).sort();
writeFileSync(
  `${TARGET}/page.css`,
  styles.map((name) => readFileSync(`${SOURCE}/styles/${name}`, 'utf8')).join('\n'),
);
for (const name of ['index.html', 'icon.svg']) copyFileSync(`${SOURCE}/${name}`, `${TARGET}/${name}`);
