// After tsc: joins the modules of the page into one script and its styles into one sheet, as the browser loads them.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { transform } from 'lightningcss';
import { rolldown } from 'rolldown';
import { writeNotices } from './notices.mjs';

const SOURCE = 'src/web/client';
const TARGET = 'dist/web/client';
const WORDS = 'src/messages/web';

/** Puts all words of the page before its code: gzip finds what is alike only within 32 KB, so that it saves 4 KB of 90. */
const wordsFirst = {
  name: 'words-first',
  transform: (code, id) => {
    if (!/[\\/]main\.tsx$/.test(id)) return null;
    const words = readdirSync(WORDS).map(
      (name) => `import '../../messages/web/${name.replace(/ts$/, 'js')}';`,
    );
    return words.join('') + code;
  },
};

mkdirSync(TARGET, { recursive: true });
const bundle = await rolldown({
  input: `${SOURCE}/main.tsx`,
  platform: 'browser',
  tsconfig: 'tsconfig.json',
  transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  plugins: [wordsFirst],
});
const { output } = await bundle.write({
  file: `${TARGET}/page.js`,
  format: 'esm',
  minify: true,
  comments: false,
});
writeNotices(
  output.flatMap(({ modules = {} }) => Object.keys(modules)),
  'dist/third-party-notices-page.txt',
);

const styles = readdirSync(`${SOURCE}/styles`).sort();
const sheet = transform({
  filename: 'page.css',
  code: Buffer.concat(styles.map((name) => readFileSync(`${SOURCE}/styles/${name}`))),
  minify: true,
});
writeFileSync(`${TARGET}/page.css`, sheet.code);
for (const name of ['index.html', 'icon.svg']) copyFileSync(`${SOURCE}/${name}`, `${TARGET}/${name}`);
