import type { Language } from '../../../model/language.js';
import { type Starter, starterComments } from './starter.js';

/** A script of R that computes the frequency table and a crosstab from the data; it needs no package. */
export function writeRStarter(of: Starter, language: Language): string {
  const say = starterComments[language];
  // Texts in JSON are texts in R, too; R knows no character of the number 0.
  const text = (value: string) => JSON.stringify(value.toWellFormed().replaceAll('\0', ''));
  return `# ${say.about}
# ${say.folder}

# ${say.columns}
CASE <- ${text(of.caseId)}
CODE <- ${text(of.code)}
CODE_ID <- ${text(of.codeId)}
LEVEL <- ${text(of.level)}
LOWEST <- ${text(of.lowest)}
TOP <- ${text(of.top)}
IS_REFERENCE <- ${text(of.isReference)}
KEYWORD <- ${text(of.keyword)}
CORE <- ${text(of.coreKeyword)}
# ${say.attribute}
ATTRIBUTE <- ${text(of.attribute)}

# ${say.marks}
read <- function(name) {
  data <- read.csv(name, colClasses = "character", check.names = FALSE, na.strings = character(),
                   fileEncoding = "UTF-8-BOM", stringsAsFactors = FALSE)
  bare <- function(cells) enc2utf8(sub("^'('*[=+@\\t\\r＝＋－＠-])", "\\\\1", cells, perl = TRUE))
  data[] <- lapply(data, bare)
  names(data) <- bare(names(data))
  data
}
write <- function(data, name) {
  marked <- function(cells) if (is.character(cells)) sub("^('*[=+@\\t\\r＝＋－＠-])", "'\\\\1", cells, perl = TRUE) else cells
  out <- data
  out[] <- lapply(out, marked)
  names(out) <- marked(names(out))
  file <- file(name, open = "w", encoding = "UTF-8")
  cat("\\ufeff", file = file)
  write.csv(out, file, row.names = FALSE)
  close(file)
  cat(name, "\\n")
  print(head(data, 10))
}
table_of <- function(...) data.frame(..., check.names = FALSE, stringsAsFactors = FALSE)

codings <- read("codings.csv")
keywords <- read("keywords.csv")
cases <- read("cases.csv")
references <- codings[codings[[IS_REFERENCE]] == "1", , drop = FALSE]

# ${say.frequency}
keyword_code <- ifelse(keywords[[CODE_ID]] == "", keywords[[CORE]], keywords[[CODE_ID]])
counted <- references[references[[LEVEL]] == LOWEST | references[[CODE_ID]] %in% keyword_code, , drop = FALSE]
codes <- unique(c(keyword_code, counted[[CODE_ID]]))
count <- function(code) {
  words <- keywords[keyword_code == code, , drop = FALSE]
  passages <- counted[counted[[CODE_ID]] == code, , drop = FALSE]
  table_of(
    label = c(words[[CORE]], passages[[CODE]])[1],
    assignments = nrow(words),
    words = length(unique(words[[KEYWORD]])),
    cases = length(unique(c(words[[CASE]], passages[[CASE]]))),
    references = nrow(passages)
  )
}
frequency <- table_of(label = character(), assignments = integer(), words = integer(),
                      cases = integer(), references = integer())
if (length(codes) > 0) frequency <- do.call(rbind, lapply(codes, count))
frequency <- frequency[order(-frequency$assignments, -frequency$references, frequency$label, method = "radix"), ]
names(frequency) <- c(CORE, ${[of.assignments, of.distinctRaw, of.cases, of.references].map(text).join(', ')})
write(frequency, "frequency.csv")

# ${say.crosstab}
groups_of <- ifelse(cases[[ATTRIBUTE]] == "", ${text(of.withoutValue)}, cases[[ATTRIBUTE]])
groups <- sort(unique(groups_of), method = "radix")
with_code <- unique(table_of(
  case = c(keywords[[CASE]], references[[CASE]]),
  code = c(keywords[[TOP]], references[[TOP]])
))
with_code <- with_code[with_code$code != "", , drop = FALSE]
crosstab <- expand.grid(group = groups, code = sort(unique(with_code$code), method = "radix"),
                        stringsAsFactors = FALSE)
group_of_row <- groups_of[match(with_code$case, cases[[CASE]])]
crosstab$n <- vapply(seq_len(nrow(crosstab)), function(at) {
  sum(with_code$code == crosstab$code[at] & group_of_row == crosstab$group[at])
}, numeric(1))
crosstab$size <- vapply(crosstab$group, function(group) sum(groups_of == group), numeric(1))
crosstab <- table_of(crosstab$code, crosstab$group, crosstab$n, crosstab$size, round(crosstab$n / crosstab$size, 4))
names(crosstab) <- c(TOP, ATTRIBUTE, ${[of.cases, of.groupCases, of.share].map(text).join(', ')})
write(crosstab, "crosstab.csv")
`;
}
