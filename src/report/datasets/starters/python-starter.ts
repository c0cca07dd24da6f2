import type { Language } from '../../../model/language.js';
import { type Starter, starterComments } from './starter.js';

/** A script of Python that computes the frequency table and a crosstab from the data; it needs nothing but Python 3. */
export function writePythonStarter(of: Starter, language: Language): string {
  const say = starterComments[language];
  // Texts in JSON are texts in Python, too, once they are well formed.
  const text = (value: string) => JSON.stringify(value.toWellFormed());
  return `# ${say.about}
# ${say.folder}
import csv
import re
from collections import defaultdict

csv.field_size_limit(2**31 - 1)

# ${say.columns}
CASE, CODE, CODE_ID = ${text(of.caseId)}, ${text(of.code)}, ${text(of.codeId)}
LEVEL, LOWEST, TOP = ${text(of.level)}, ${text(of.lowest)}, ${text(of.top)}
IS_REFERENCE = ${text(of.isReference)}
KEYWORD, CORE = ${text(of.keyword)}, ${text(of.coreKeyword)}
# ${say.attribute}
ATTRIBUTE = ${text(of.attribute)}

# ${say.marks}
MARKED = re.compile("^'(?='*[=+@\\t\\r＝＋－＠-])")
FORMULA = re.compile("^'*[=+@\\t\\r＝＋－＠-]")


def read(name):
    with open(name, encoding="utf-8-sig", newline="") as file:
        heads, *rows = [[MARKED.sub("", cell) for cell in row] for row in csv.reader(file)]
    return [dict(zip(heads, row)) for row in rows]


def write(name, heads, rows):
    with open(name, "w", encoding="utf-8-sig", newline="") as file:
        for row in [heads, *rows]:
            csv.writer(file).writerow(["'" + cell if FORMULA.match(cell) else cell for cell in map(str, row)])
    print(name)
    for row in [heads, *rows][:11]:
        print("  ", *row, sep="\\t")


codings, keywords, cases = read("codings.csv"), read("keywords.csv"), read("cases.csv")
references = [row for row in codings if row[IS_REFERENCE] == "1"]

# ${say.frequency}
found = defaultdict(lambda: {"label": "", "assignments": 0, "words": set(), "cases": set(), "references": 0})
for row in keywords:
    count = found[row[CODE_ID] or row[CORE]]
    count["label"] = row[CORE]
    count["assignments"] += 1
    count["words"].add(row[KEYWORD])
    count["cases"].add(row[CASE])
for row in references:
    if row[LEVEL] == LOWEST or row[CODE_ID] in found:
        count = found[row[CODE_ID]]
        count["label"] = count["label"] or row[CODE]
        count["references"] += 1
        count["cases"].add(row[CASE])
frequency = [
    [one["label"], one["assignments"], len(one["words"]), len(one["cases"]), one["references"]]
    for one in found.values()
]
frequency.sort(key=lambda row: (-row[1], -row[4], row[0]))
write("frequency.csv", [CORE, ${[of.assignments, of.distinctRaw, of.cases, of.references].map(text).join(', ')}], frequency)

# ${say.crosstab}
group_of = {row[CASE]: row[ATTRIBUTE] or ${text(of.withoutValue)} for row in cases}
groups = sorted(set(group_of.values()))
sizes = {group: sum(1 for one in group_of.values() if one == group) for group in groups}
with_code = defaultdict(set)
for row in [*keywords, *references]:
    if row[TOP]:
        with_code[row[TOP]].add(row[CASE])
crosstab = []
for code in sorted(with_code):
    for group in groups:
        n = sum(1 for case in with_code[code] if group_of[case] == group)
        crosstab.append([code, group, n, sizes[group], round(n / sizes[group], 4)])
write("crosstab.csv", [TOP, ATTRIBUTE, ${[of.cases, of.groupCases, of.share].map(text).join(', ')}], crosstab)

# ${say.further}
try:
    import pandas
except ImportError:
    pandas = None
if pandas is not None:
    frame = pandas.DataFrame(codings)
    print(frame[CODE].value_counts().head(10))
`;
}
