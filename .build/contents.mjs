// After all else: reads the shipped YAML files once (src/sources/built-contents.ts). Parsing the largest codebook takes
// longer than all of a decision.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { codebookPath, readCodebook, shippedCodebooks } from '../dist/sources/load-codebook.js';
import { loadRules, loadStudyRules } from '../dist/sources/load-rules.js';

const FOLDER = 'dist/contents';

function save(kind, text, content) {
  const hash = createHash('sha256').update(text).digest('hex');
  writeFileSync(`${FOLDER}/${kind}-${hash}.json`, JSON.stringify(content));
}

mkdirSync(FOLDER, { recursive: true });
const general = loadRules(undefined);
save('rules', general.text, general.rules);
for (const name of shippedCodebooks()) {
  save('codebook', readFileSync(codebookPath(name), 'utf8'), readCodebook(name).codebook);
  const study = loadStudyRules(name);
  if (study !== null) save('study-rules', study.text, study.rules);
}
