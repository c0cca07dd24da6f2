import { describe, expect, it } from 'vitest';
import { normalizeText } from '../../../../src/stages/normalize/normalize-text.js';
import { sliceCodePoints } from '../../../../src/text/code-points.js';
import { splitSentences } from '../../../../src/text/sentences.js';
import { expectOrigins } from '../expect-origins.js';
import { readRegions } from '../regions/read-regions.js';

const isHan = (letter: string) => /\p{Script=Han}/u.test(letter);

const PAPER = String.raw`\documentclass[UTF8]{ctexart}
\usepackage{graphicx}
\title{山区合作社的\textbf{账本}}
\author{王明}
\begin{document}
\maketitle
% 此段待改
\section{研究方法}\label{sec:method}
本文共访谈\emph{三十六}户农户\footnote{访谈时间为\textbf{2020}年7月。}，见表~\ref{tab:hh}。增收约30\%\cite[p.3]{wang2018}。
\begin{table}[htbp]
\centering
\caption{受访农户构成}
\begin{tabular*}{\textwidth}{l|p{3cm}c}
\toprule
村名 & \multicolumn{2}{c}{户数} \\
\cmidrule(lr){2-3}
新田 & 12 & 33\% \\[2pt]
石桥 &
24 & 67\% \\
\bottomrule
\end{tabular*}
\end{table}
\subsection*{访谈过程}
访谈在农户家中进行，共约1\,200分钟。
\begin{itemize}
\item 种植业：辣椒与茶叶。
\item[其次] 养殖业：黑山羊。
\end{itemize}
{\heiti 小结：}账本要公开。
\begin{thebibliography}{9}
\bibitem{wang2018} 王明. 合作社的逻辑. 某刊, 2018.
\end{thebibliography}
\end{document}
`;

describe('a paper in LaTeX', () => {
  const clean = normalizeText(PAPER);

  it('leaves its words, one paragraph, heading, row or item a line, and no command', () => {
    expect(clean.text.split('\n')).toEqual([
      '山区合作社的账本',
      '王明',
      '研究方法',
      '本文共访谈三十六户农户，见表。增收约30%。',
      '受访农户构成',
      '村名\t户数',
      '新田\t12\t33%',
      '石桥\t24\t67%',
      '访谈过程',
      '访谈在农户家中进行，共约1200分钟。',
      '种植业：辣椒与茶叶。',
      '其次养殖业：黑山羊。',
      '小结：账本要公开。',
      '王明。合作社的逻辑。某刊, 2018.',
      '访谈时间为2020年7月。',
    ]);
  });

  it('knows for every character where it came from', () => expectOrigins(PAPER, clean, isHan));

  it('says what is no text', () => {
    const kinds = new Map(readRegions(PAPER).map(([kind, text]) => [text, kind]));
    expect(kinds.get('山区合作社的账本')).toBe('heading');
    expect(kinds.get('研究方法')).toBe('heading');
    expect(kinds.get('访谈过程')).toBe('heading');
    expect(kinds.get('王明')).toBe('front-matter');
    expect(kinds.get('受访农户构成')).toBe('caption');
    expect(kinds.get('村名\t户数\n新田\t12\t33%\n石桥\t24\t67%')).toBe('table');
    expect(kinds.get('访谈时间为2020年7月。')).toBe('note');
    expect([...kinds].find(([, kind]) => kind === 'references')?.[0]).toContain('合作社的逻辑');
  });

  it('has one segment a cell', () => {
    const sentences = splitSentences(clean.text).map((span) => sliceCodePoints(clean.text, span));
    for (const cell of ['新田', '12', '33%', '67%']) expect(sentences).toContain(cell);
  });
});

describe('remnants of LaTeX', () => {
  it.each([
    [`${String.raw`\section*{Chapter 2 方法}`}\n正文在此。`, 'Chapter 2方法\n正文在此。'],
    [String.raw`表 \ref{t1} 说明\textbf{收入}提高\cite{a,b}。`, '表说明收入提高。'],
    [String.raw`\footnotetext{资料来自村委会。} 账目公开。`, '账目公开。\n资料来自村委会。'],
    [String.raw`详见\href{http://a.cn}{县志}，第\textcolor{red}{三}卷。`, '详见县志，第三卷。'],
    [String.raw`\begin{center}甲乙\\丙丁\end{center}`, '甲乙\n丙丁'],
    [String.raw`文件在C:\docs\new，价格\$5。`, String.raw`文件在C:\docs\new，价格$5。`],
    [String.raw`\emph{未关的 {花括号`, '未关的 {花括号'],
  ])('%s', (raw, text) => {
    const clean = normalizeText(raw);
    expect(clean.text).toBe(text);
    expectOrigins(raw, clean, isHan);
  });

  it('take time linear in the text', () => {
    const started = performance.now();
    for (const part of ['\\footnote{a}', '\\textbf{', '\\begin{tabular}{l}', '{\\a ', '\\cite{', '$', '&'])
      normalizeText(`\\section{甲}${part.repeat(20_000)}`);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
