// After tsc: joins the modules of each program of dist into few files. Loading three hundred takes longer than a decision.
// zod goes with them, without the messages in fifty languages that it would load: a sixth of the time of a short command.
import { rolldown } from 'rolldown';

/** What is started or named from outside; everything else they share lies beside them. */
const PROGRAMS = [
  'cli/main',
  'index',
  'paths',
  'sources/reader-child',
  'sources/reader-watch',
  'engine/counting-worker',
  'engine/discovery-worker',
  'engine/keywords-worker',
];

const bundle = await rolldown({
  input: Object.fromEntries(PROGRAMS.map((name) => [name, `dist/${name}.js`])),
  platform: 'node',
  external: (id) => /^[^./]/.test(id) && id !== 'zod' && !id.startsWith('zod/'),
});
await bundle.write({
  dir: 'dist',
  entryFileNames: '[name].js',
  // In the folder of the program itself, so that a module knows it by its own place.
  chunkFileNames: 'part-[hash].js',
});
