/** How a report looks as a page: on a screen, light or dark, and on paper. */
export const REPORT_STYLE = `:root {
  color-scheme: light dark;
  --paper: #fff;
  --ink: #1a1a1a;
  --quiet: #595959;
  --line: #1a1a1a;
  --faint: #d9d9d9;
  --link: #0b57a4;
  --gap: #fff1b8;
  --shade: #f5f5f5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b;
    --ink: #e6e6e6;
    --quiet: #a8adb3;
    --line: #c9ccd1;
    --faint: #3a3f45;
    --link: #8ab8ec;
    --gap: #57460a;
    --shade: #202327;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.75 "Times New Roman", "Songti SC", SimSun, "Noto Serif CJK SC", "Source Han Serif SC", serif;
}
main { max-width: 46rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; }
header { text-align: center; margin: 2rem 0; }
h1, h2, h3, h4, caption, figcaption, summary, strong {
  font-family: Arial, "Heiti SC", SimHei, "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
}
h1 { font-size: 1.6rem; line-height: 1.4; margin: 0; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 1rem; }
h3 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.5rem 0 0; }
p { margin: .5rem 0; overflow-wrap: anywhere; }
:lang(zh) main > p:not(.note) { text-indent: 2em; }
.subtitle, .note, cite { color: var(--quiet); }
.note { font-size: .875rem; line-height: 1.6; }
a { color: var(--link); text-underline-offset: .2em; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
:target { background: var(--gap); }
mark { background: var(--gap); color: inherit; }
blockquote {
  margin: .5rem 0 .5rem 1rem;
  padding-left: .9rem;
  border-left: 3px solid var(--faint);
  font-family: "Times New Roman", KaiTi, "Kaiti SC", STKaiti, "Noto Serif CJK SC", serif;
}
blockquote.counter { border-left-style: dashed; border-left-color: var(--quiet); }
q { quotes: "“" "”"; }
cite { font-style: normal; }
.table, figure { margin: 1.75rem 0; }
.wide { overflow-x: auto; }
table {
  border-collapse: collapse;
  margin: 0 auto;
  min-width: 60%;
  font-size: .875rem;
  line-height: 1.5;
  border-top: 2px solid var(--line);
  border-bottom: 2px solid var(--line);
}
caption { font-size: .9rem; padding-bottom: .4rem; }
thead th { border-bottom: 1px solid var(--line); font-weight: 600; text-align: left; vertical-align: bottom; }
th, td { padding: .25rem .6rem; vertical-align: top; overflow-wrap: anywhere; }
thead th { overflow-wrap: break-word; }
td { min-width: 2.5rem; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
td[rowspan] { border-right: 0; }
tr.total td { border-top: 1px solid var(--line); }
tbody tr:hover { background: var(--shade); }
figure { text-align: center; }
figure img { max-width: 100%; height: auto; background: #fff; padding: 2mm; }
figure details { text-align: left; }
nav { margin: 1rem 0 0; font-size: .9rem; }
nav ol { list-style: none; margin: .5rem 0; padding: 0; }
nav .rank-2 { padding-left: 1.5em; }
nav .rank-3 { padding-left: 3em; }
hr.page { border: 0; border-top: 1px solid var(--faint); }
@media (min-width: 78rem) {
  nav { position: fixed; top: 0; bottom: 0; left: 0; width: 17rem; margin: 0; padding: 1.5rem 1rem; overflow-y: auto; }
  main { margin-left: max(18rem, calc(50vw - 23rem)); margin-right: auto; }
}
@media print {
  @page { size: A4; margin: 25mm; }
  :root {
    --paper: #fff; --ink: #000; --quiet: #333; --line: #000; --faint: #bbb; --link: #000; --gap: #fff1b8;
  }
  body { font-size: 10.5pt; }
  nav, figure details { display: none; }
  main { max-width: none; margin: 0; padding: 0; }
  a { text-decoration: none; }
  .wide { overflow: visible; }
  table { font-size: 9pt; border-width: 1.5pt 0; }
  thead { display: table-header-group; }
  tr, figure, blockquote { break-inside: avoid; }
  /* Else all rows beside a cell that spans them would have to fit one page. */
  tr:has(> [rowspan]) { break-inside: auto; }
  h2, h3, h4, caption, .lead { break-after: avoid; }
  hr.page { break-after: page; border: 0; margin: 0; }
}
`;
