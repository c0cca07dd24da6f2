import type { Language } from '../../model/language.js';

const PURPOSES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'methods.md': { zh: '方法部分', en: 'methods section' },
  'facts.csv': {
    zh: '方法部分的每一项数值，及显示它的命令',
    en: 'every value of the methods section, with the command that shows it',
  },
  codebooks: {
    zh: '编码框架历次使用的版本；in-force 为含人工调整的现行框架',
    en: 'the versions of the codebook that were applied; in-force is the present one, with the decisions of people',
  },
  'runs.json': {
    zh: '历次运行：程序版本、参数、输入与案例',
    en: 'the runs: version of the program, options, inputs and cases',
  },
  'decisions.csv': { zh: '决定日志，最早的在前', en: 'the log of decisions, the first one first' },
  'agreement.json': { zh: '编码者间信度', en: 'intercoder reliability' },
  'saturation.json': { zh: '饱和度检验', en: 'test of saturation' },
  'verify.json': { zh: '核验结果', en: 'what verification found' },
  'hashes.txt': {
    zh: '项目内容（state）和决定日志（log）的散列值',
    en: 'the hashes of the project (state) and of the log of decisions (log)',
  },
};

const WORDS = {
  zh: {
    title: '供审稿人查核的资料',
    about:
      '由 zhagen 据项目数据库写成。各文件的 SHA-256 见 SHA256SUMS（可用 `sha256sum -c SHA256SUMS` 核对）；作者填写 methods.md 之后，该文件与清单不再相符。',
  },
  en: {
    title: 'Files for the reviewer',
    about:
      'Written by zhagen from the database of the project. SHA256SUMS lists the SHA-256 of each file (`sha256sum -c SHA256SUMS` compares them); once the authors have filled in methods.md, it no longer matches the list.',
  },
} as const;

/** The page that says what the files of the folder for the reviewer are. */
export function folderPage(names: readonly string[], language: Language): string {
  const present = Object.keys(PURPOSES).filter((one) =>
    names.some((name) => name === one || name.startsWith(`${one}/`)),
  );
  const { title, about } = WORDS[language];
  const lines = present.map((one) => `- \`${one}\`: ${PURPOSES[one]?.[language]}`);
  return `# ${title}\n\n${about}\n\n${lines.join('\n')}\n`;
}
