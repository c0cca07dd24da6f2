import type { Language } from '../model/language.js';
import { MOST_MATCHES } from '../model/most-matches.js';
import { PILLAR_SCORE } from '../model/pillar-score.js';
import type { TableName } from '../model/table-name.js';
import { argumentMeanings } from './meanings-of-arguments.js';
import { assessmentMeanings } from './meanings-of-assessments.js';

type ByLanguage<T> = Readonly<Record<Language, T>>;

const { topLevel, growth, prior, opening, twoCandidates } = PILLAR_SCORE;

const CHINESE_PAIRS =
  '下级编码计入其在该层级的上级，编码在更高层级的不计；证据表的每一行都计，只以关键词为依据的也在内；单位数=有该编码的单位数，共有单位数=两者都有的单位数；Jaccard 系数=共有单位数/（单位数+另一单位数−共有单位数）；提升度=共有单位数×全部单位数/（单位数×另一单位数），1 表示与随机相当。';
const ENGLISH_PAIRS =
  'A code counts for the code of that level above it, one of a higher level for none; every row of evidence counts, also those from keywords alone; units = units with the code, sharedUnits = with both; jaccard = sharedUnits / (units + otherUnits − sharedUnits); lift = sharedUnits × all units / (units × otherUnits), 1 as by chance.';

/** What the counts of each table mean, for its caption. */
export const meanings: ByLanguage<Readonly<Record<TableName, string>>> = {
  zh: {
    sample:
      '案例按各属性取值的分布：占比=该取值的案例数/全部案例数；字数=这些案例清洗后计入的文本的字数，与覆盖率表相同；没有该属性的案例记“未注明”，列在最后。推得的属性由其他属性推得，不是人工填写的。',
    flow: '每个阶段的第一行为起点，以后各行：数量=上一行的数量−减少+增加。案例的理由为排除时所写。关键词以案例×关键词计：一个词在几个案例中就计几次，各行与原始关键词归并表一致，“归入核心关键词”等于频次表的频次之和；并入近义词=与所并入的词在同一案例中合为一个而减少的数。核心关键词以不同的词计：归并=几个原始关键词归入同一核心关键词而减少的数，“核心关键词”等于频次表中有频次的行数。',
    'top-words':
      '全部案例合计的词，按词频（分词计数）排列：文档频数=含该词的案例数；占比=词频/表中全部词的词频之和。与关键词表所数的词相同：两字以上的名词、动词、形容词、成语、简称和新词；标点、数字、单字、停用词、泛词、人名和地名不计。词性为该词出现最多的词性，n_new、v_new、a_new 为新词。',
    keywords:
      '词频（分词计数）=该组文本分词后，这个词作为一个词出现的次数；出现次数（原文检索）=在该组计入的文本中直接检索这个词找到的次数，包在更长的词语里的也算，与 kwic 一致，所以常大于词频；材料来源数=分词后有该词的案例数；n_new、v_new、a_new 为新词。',
    weights:
      '权重=各因子之积：词频因子=ln(1+词频)^1.3；稀见=ln(1+案例数/含该词的案例数)；词长=0.4（两字）、1（三字）、1.2（四至七字）、0.8；以下词典词为 1，新词：专指=min(1，所含各词逆文档频率之和/14)；新词=3.5（动词 1.75）；确信=min(1，发现得分/0.2)；自由=½+½·min(1，左右邻接熵)；完整=从不居短语之首或之末的各减半。',
    kwic: '一行是检索词的一处出现；检索的是编码时，其名称和各词项的每处都列。左文、右文为清洗后同一行内前后各至多 24 字，起始字符、结束字符指向原文。不计入的文本不检索。',
    raw: '每行是一个案例中被考察的一个关键词：是否保留、理由、归入哪个核心关键词。规范词（主题词）=以另一个词的名义计数（并入近义词，或归入不同名的核心关键词），原文词（自由词）=照原文的写法计数，未保留的词两者都不是；框架内=该词是编码框架中某编码的标签或词语，人工归入编码的词也是。',
    frequency:
      '频次（案例×关键词）=归入该核心关键词的案例—关键词对数，一个词在几个案例中保留就计几次；占比=频次/频次之和；其中规范词=以另一个词的名义计数的，其中原文词=照原文写法的；原始关键词数=归入的不同词数；材料来源数=有频次或参考点的案例数（去重）；编码参考点数=证据表中该编码依据含规则或人工的行数；词频（最长匹配）=参考点句子里该编码的标签与词语的出现次数（最长匹配、不重叠，被否定的不计），不随状态的筛选而变。各数只计编码自身，不含其下级。列出最低层的编码、有关键词归入的上级编码、框架外的核心关键词；只有参考点的上级编码见编码表。合计行中原始关键词数和材料来源数去重，不是各行之和。',
    coding:
      '每个编码一行，标签列在自己的层级之下，上级在前。频次（案例×关键词）和编码参考点数含该编码及其下各级编码，等于其直接下级各行之和加本级；材料来源数=其中有频次或参考点的案例数，去重，不是下级之和；本级频次、本级参考点数只计该编码自身，各行相加即总数。编码参考点=证据表中依据含规则或人工的行。',
    nodes:
      '每个编码一行，上级在前，缩进表示层级（如 NVivo 的节点表）。材料来源数=该编码及其下各级编码有频次或参考点的案例数，参考点数（去重）=其下不同段落的个数：一个案例、一个段落有几个下级编码也只计一次，所以上级不是下级之和；编码表的编码参考点数则逐编码相加。本级材料来源数、本级参考点数只计该编码自身。',
    pillars: `得分=Σ 权重×层级×n^${growth}×(1+开头)，对该编码及其下各级编码求和，再除以这些编码个数（无证据的也算）的 ${prior} 次方。n=一个编码自身的频次（案例×关键词）与编码参考点数之和；权重由编码框架给出，未给出的为 1；层级由顶层的 ${topLevel} 均匀降到最低层的 1，只有一级时为 1；开头=该编码有频次或参考点的案例中，证据起始字符小于 ${opening} 的案例所占的比例。占比=得分/该组得分之和；与次位差距=（本行得分−下一行得分）/本行得分，小于 ${twoCandidates} 时视为两个候选；得分相等的名次相同，没有证据的编码没有名次，全组没有证据的记“无编码”。频次、编码参考点数为该编码及其下各级编码之和，材料来源数去重，与编码表一致。`,
    ...argumentMeanings.zh,
    ...assessmentMeanings.zh,
    matrix:
      '只列有计数的“案例×编码”，各级编码只计自身，不含下级；频次（案例×关键词）、编码参考点数、词频（最长匹配）的含义同频次表。',
    facets:
      '每个分面的每个取值一行：编码数=有该取值的编码数；频次（案例×关键词）、编码参考点数为这些编码自身的各数之和，不含下级；材料来源数=其中有频次或参考点的案例数（去重）。一个编码在同一分面有几个取值的，各行都计，所以各行不可相加。',
    evidence:
      '一个段落的一个编码一行，列出得出它的全部关键词和规则：关键词=归入该编码的原始关键词，或命中的标签与词语。依据含规则或人工的行是编码参考点；只以关键词为依据的行是频次（案例×关键词）背后的句子，不计为参考点。状态为参考点的状态，不是参考点的为关键词归并的状态。起始字符、结束字符为原文中的位置（Unicode 码点，从 0 起，不含结束字符）；原文未经清洗。',
    'counter-evidence':
      '否定了编码的词语（没有、未……）或写出问题的句子（符合编码框架中标为与编码相反的规则）；一个段落的一个编码一行，各列同证据表；只计入覆盖率表，不计入其他各表。',
    coverage:
      '句数与字数按清洗后计入的文本计；与任一证据（含否定／问题表述）重叠的句子为已编码的句子；句覆盖率=已编码句数/句数；字覆盖率=已编码字数/字数，长句占得多；编码数=这些句子上不同编码的个数，各级分别计。没有文本的案例不列。',
    uncoded:
      '不与任何证据（含否定／问题表述）重叠的句子；起始字符、结束字符与原文指向未经清洗的原文。句数=覆盖率表的句数−已编码句数。',
    contested:
      '编码者判定不同、尚未裁决的：每个编码者一行，最早的在前。问题为关键词去留、归入编码的，分组“*”为全部分组；问题为段落编码的，分组为案例，词语为编码，即这一句是否归入该编码。未编码=该编码者已完成此案例而没有给这一句这个编码；“有效”为现在计入各表的判定（最早的，主编码者判定过的除外）。',
    relations:
      '每行一种关系：范畴是相关范畴的什么（典范模型的因果条件、现象、脉络、中介条件、行动/互动策略、结果，或自定的关系）；典型关系按由此及彼的方向写出（“结果”倒过来写）；内涵为提出关系时写下的理由。改名、归并后的编码按现在的编码列出；没有编码者的来自编码框架文件。共现句数=两者（含各自的下级编码）都有证据的句子数，含待确认的，同级时与编码共现表一致；共现只说明两者同时出现，不证明关系成立；一个范畴在另一个之下的不计。共现例句：两者都经确认的优先，其余同编码示例的选取规则。',
    revisit:
      '编码者判定过的段落中，判定之后有变化的：编码的定义、界限或上级编码已改，编码已归并到另一编码，编码已不存在，已确认的段落程序不再建议，或他人以“返回修改”备忘交还而编码者尚未改判或写备忘答复。编码为现在的名称。仍然成立的再次确认或否定，即从表中移出；判定时没有记录定义的不查定义。',
    memos:
      '每行一条备忘，内容为编码者最后所写，按对象排列：项目、案例、编码、编码段落、决定或另一条备忘。版本数=写过几次；未能在新文本中定位=案例有了新文本，其中找不到该段落。',
    sampling: '依次选取的案例及理由，次序为选取的先后；后来排除的案例也列出。',
    cooccurrence: `同一框架同一层级的两个编码；${CHINESE_PAIRS}`,
    overlaps:
      '两个编码相遇之处的原文：单位为句子时是两者都有的句子，每个共有单位一行；单位为段落或案例时，每个共有单位一行，列出其中相距最近的两句；按相隔句数（窗口）时，前一编码的每一句一行，列出距它最近的有另一编码的句子。相隔句数=两句的序号之差，0 为同一句，此时不再列另一句。下级编码计入其在该层级的上级；对整个案例的编码没有原文，不列。',
    crosstab:
      '每个编码与案例的一个属性交叉：单位是案例（有无该编码），不是编码参考点。材料来源数=该组中该编码或其下级有频次或参考点的案例数（去重），组内占比=材料来源数/组内案例数，期望案例数=组内案例数×有该编码的案例所占比例；校正标准化残差=（材料来源数−期望案例数）/√(期望案例数×(1−有该编码的比例)×(1−该组案例的比例))，绝对值大于 1.96 的组与其他组相差较大；χ² 不作连续性校正；Cramér V 系数=√(χ²/案例数)，0 为无关，1 为完全相关。期望案例数足够时（两组：各格都不小于 5；多组：没有小于 1 的，小于 5 的不超过五分之一）用 χ² 检验，否则两组用 Fisher 精确检验（双侧），多组用蒙特卡罗精确检验。χ² 值、自由度、检验方法、p 值、V 系数属于整个编码，在其各行重复。没有案例有的编码不列。',
    keyness:
      '一个组的案例比对照组的案例更常有（或更少有）哪些词：一个词在一个案例中不论出现几次都计一次，词取自挖掘时各案例分词所得的候选词（实词，两字以上，不含停用词、泛用词）。材料来源数=组内有该词的案例数，组内占比=材料来源数/组内案例数，对照组各列同此；占比之比（log₂）=log₂[((材料来源数+0.5)/(组内案例数+1))/((对照组材料来源数+0.5)/(对照组案例数+1))]，1 表示两倍，−1 表示一半；特征值=四格表的对数似然统计量 G²，组内占比低于对照组的取负值，行按特征值由高到低排列：最前为该组的特征词，最后为对照组的特征词。期望案例数都不小于 5 时 p 值按 χ² 分布，否则用 Fisher 精确检验（双侧）。',
    crosswalk: `两个框架各一个编码，几个框架时两两对照；${CHINESE_PAIRS}`,
    correspondence: `每行是第一个框架的一个编码（默认最高层），其后各列是与它共现最多的其他框架的编码，至多 ${MOST_MATCHES} 个，括号内为共有单位数，从多到少；各数与框架对照表同一层级一致。单位数=有该编码的单位数；没有共现的留空。下级编码计入其在该层级的上级。`,
  },
  en: {
    sample:
      'How the cases are spread over the values of each attribute: share = cases with the value / all cases; characters = those of the counted clean texts of these cases, as in coverage; cases without the attribute are “not stated” and come last. Derived attributes follow from others; nobody gave them.',
    flow: 'The first row of each part is what it begins with; from then on count = count of the row before − leftOut + added. The reasons are those given when cases were excluded. keywords counts pairs of case and keyword, as raw does; assigned is the sum of the assignments of the frequency table; folded = pairs that became one with that of the word they were folded into. core-keywords counts different words: merged = raw keywords that share their core keyword with another; core-keywords = rows of the frequency table with assignments.',
    'top-words':
      'The words of all cases together, the most frequent first: frequency = how often the word is a word of its own in the segmented texts; cases = cases that contain it; share = frequency / sum of the frequencies of all words of the table. The words are those that the table of keywords counts: nouns, verbs, adjectives, idioms, abbreviations and new words of two characters or more; punctuation, numerals, single characters, stop words, general words and names of persons and places are left out. pos is the most frequent part of speech.',
    keywords:
      'frequency = how often the word is a word of its own in the segmented texts of the group; occurrences = how often a search of the counted text of the group finds it, also inside longer words, as kwic does, so that it is often more; cases = cases that contain the word as segmented; n_new, v_new and a_new mark new words.',
    weights:
      'The weight is the product of the factors: frequency factor = ln(1 + frequency)^1.3; rarity = ln(1 + cases / cases with the word); length = 0.4 (two characters), 1 (three), 1.2 (four to seven), 0.8; the others are 1 for a word of the dictionary, for a new one: speciality = min(1, sum of the inverse document frequencies of its words / 14); novelty = 3.5 (verbs 1.75); certainty = min(1, score of discovery / 0.2); freedom = ½ + ½ · min(1, branching entropies); wholeness = half if it never begins a phrase, half if it never ends one.',
    kwic: 'One row for each occurrence; for a code each occurrence of its label and of its terms. left and right are up to 24 characters of the same line as cleaned, start and end point into the raw text. What does not count is not searched.',
    raw: 'One row for each keyword considered in each case: kept or not, why, and the core keyword it went to. kind: controlled = counted under the name of another word (folded, or merged into a core keyword of another name), free = counted as the text has it; neither for a word that was left out. inCodebook = the word is the label or a term of a code, as is a word that people merged into one.',
    frequency:
      'assignments = case × keyword pairs merged into the core keyword (a keyword kept in seven cases counts seven); share = assignments / sum of assignments; controlled = assignments under the name of another word, free = as the text has it; distinctRaw = different raw keywords merged; cases = distinct cases with an assignment or a reference; references = rows of evidence of the code whose origins include a rule or a person; tokens = occurrences of its label and terms in the sentences of these references (longest match, no overlaps, without denied ones), confirmed or not. Each code counts for itself, without the codes under it. Listed are codes of the lowest level, codes above them that keywords were merged into, and core keywords outside the codebook; codes above with references alone are in the coding table. In the total, distinctRaw and cases are distinct, not sums.',
    coding:
      'One row for each code, its label under its own level after those above it. assignments and references include all codes under it: they are the sum of the rows directly below and its own; cases = distinct cases with an assignment or a reference, not a sum; ownAssignments and ownReferences are those of the code alone and add up over all rows. references = rows of evidence whose origins include a rule or a person.',
    nodes:
      'One row for each code, indented below the one above it (as the node table of NVivo). cases = distinct cases with an assignment or a reference of the code or of any code under it, references = different passages of these: a case or passage with several codes counts once, so a row is no sum of those below it, while references of the coding table add up code by code. ownCases and ownReferences are those of the code alone.',
    pillars: `score = Σ weight × level × n^${growth} × (1 + opening) over the code and all codes under it, divided by the number of these codes (those without evidence too) to the power ${prior}. n = assignments + references of a code by itself; weight is the codebook’s, 1 unless given; level falls evenly from ${topLevel} at the top to 1 at the lowest level and is 1 where there is one level only; opening = of the cases with an assignment or a reference of the code, the share with evidence of it whose start is below ${opening}. share = score / sum of the scores of the group; margin = (score − score of the next row) / score, below ${twoCandidates} there are two candidates; equal scores share a rank, a code without evidence has no rank, and a group without evidence has “no codes”. assignments and references are sums over the code and all codes under it, cases are distinct, as in the coding table.`,
    ...argumentMeanings.en,
    ...assessmentMeanings.en,
    matrix:
      'Only pairs of case and code with a count are listed, codes of all levels, each for itself without the codes under it; the counts mean what they mean in the frequency table.',
    facets:
      'One row for each value of each facet: codes = codes with that value; assignments and references are the sums of those of these codes, each for itself without the codes under it; cases = distinct cases with either. A code with several values of one facet counts in each of their rows, so the rows do not add up.',
    evidence:
      'One row for each code of each passage, with all keywords and rules that led to it; keywords = raw keywords merged into the code, or its label and terms that matched. Rows whose origins include a rule or a person are references; rows from keywords alone are the sentences behind assignments and are no references. The status is that of the reference, else that of the merge of the keyword. start and end are code point offsets into the raw text (from 0, end exclusive); the quote is uncleaned.',
    'counter-evidence':
      'Sentences that deny the words of a code (没有, 未 …) or state a problem (a rule marked contradicts found them); one row for each code of each passage, columns as in evidence; only coverage counts them.',
    coverage:
      'Sentences and characters are those of the counted clean text; a sentence that overlaps any evidence (or counter-evidence) is coded; coverage = codedSentences / sentences; characterCoverage = codedCharacters / characters, where long sentences count more; codes = different codes of these sentences, each level for itself. Cases without text are not listed.',
    uncoded:
      'Sentences that overlap no evidence and no counter-evidence; start, end and quote point into the raw text. There are sentences − codedSentences of coverage.',
    contested:
      'Verdicts that coders differ about and nobody adjudicated: one row for each coder, the earliest first. question: screening = whether the keyword stays, mapping = which code it belongs to (group * = all groups); passage = whether a sentence has the code in the column word, group being its case. silence = the coder is done with the case and left the sentence uncoded; inForce = the verdict that the tables count (the earliest, unless the lead coder judged).',
    relations:
      'One row for each relation: what the first code is to the second, a part of the paradigm model (causal condition, phenomenon, context, intervening condition, action/interaction strategy, consequence) or a type of the coders’ own. pair is written in the order in which one leads to the other (a consequence the other way round); reason is what the coder wrote. Codes that were renamed or merged are listed as they are now; relations without a coder are those of the codebook file. sharedUnits = sentences with evidence of both codes (or codes under them), proposals too, as in co-occurrence where both are of one level; that they meet proves no relation; codes of which one is above the other are not counted. The quote is one of these sentences, confirmed for both first, else by the rule of the examples.',
    revisit:
      'Verdicts on passages under which something changed since: the definition, the limits or the parent of the code, the code was merged into another or is gone, the program no longer proposes a passage that was confirmed, or somebody returned the passage by a memo of the type return, which its coder answers by another verdict or by a memo. code is the present label. Confirming or rejecting it again says that the verdict still holds, and takes it off this list; where no definition was recorded with a verdict none is compared.',
    memos:
      'Memos as their coders wrote them last, by what they are on: the project, a case, code, coded passage, decision or another memo. versions = how often the memo was written; orphaned = the passage was not found in the new version of its text.',
    sampling:
      'Which case was chosen as the next one and why, in the order of choice; also cases that were excluded later.',
    cooccurrence: `Two codes of one level of a codebook. ${ENGLISH_PAIRS}`,
    overlaps:
      'The text where two codes meet: of sentences those with both codes, a row for each shared unit; of paragraphs and cases a row for each shared unit with the two sentences that are nearest to each other; of windows a row for each sentence with the first code, with the nearest sentence that has the other. distance = how many sentences further on the other is, 0 for the same one, which is not quoted twice. A code counts for the code of that level above it; codings of a case as a whole have no words and are not listed.',
    crosstab:
      'Each code by an attribute of the cases. What is counted are cases (with the code or without it), never references: cases = cases of the group with an assignment or a reference of the code or of one under it; share = cases / groupCases; expected = groupCases × the share of all compared cases with the code; residual = (cases − expected) / √(expected × (1 − share of cases with the code) × (1 − share of cases in the group)), adjusted standardized: beyond ±1.96 the group differs notably; chiSquare without correction for continuity; cramersV = √(chiSquare / cases), 0 unrelated, 1 fully related. Tested by χ² where the expected numbers allow it (two groups: all at least 5; more: none below 1 and no more than a fifth below 5), else two groups by Fisher’s exact test (two-sided) and more by a Monte Carlo exact test. chiSquare, df, test, p and cramersV are of the code as a whole and repeat in its rows. Codes that no case has are not listed.',
    keyness:
      'Which words more (or fewer) cases of one group have than of the others. A word counts once a case, however often it occurs there; the words are the candidates of each case as segmented when it was mined (content words of two characters at least, without stop words and general words). cases = cases of the group with the word, share = cases / groupCases, the same for the others; logRatio = log₂[((cases + 0.5) / (groupCases + 1)) / ((otherCases + 0.5) / (otherGroupCases + 1))]: 1 is twice, −1 half the share; keyness = log-likelihood G² of the table of four cells, negative where the share is lower than that of the others. The most typical words of the group come first, those of the others last. p is of the χ² distribution where all expected numbers are at least 5, else of Fisher’s exact test (two-sided).',
    crosswalk: `A code of each of two codebooks, of every pair where there are more. ${ENGLISH_PAIRS}`,
    correspondence: `One row for each code of the first codebook (of the top level by default); then, for each other codebook, its codes that meet it most, ${MOST_MATCHES} at most, with sharedUnits in brackets, the most first; the numbers are those of the crosswalk at that level. units = units with the code; nothing where none meets it. A code counts for the code of that level above it.`,
  },
};

/** What the weight column holds. */
export const weights: ByLanguage<Readonly<Record<'zhagen' | 'tfidf', string>>> = {
  zh: {
    zhagen: '权重为 zhagen 权重（见 docs/method.md），同一次运行内可比，越大越重要。',
    tfidf: '权重为 TF-IDF，仅供对照。',
  },
  en: {
    zhagen:
      'The weight is zhagen’s (see docs/method.md): comparable within one run, higher is more important.',
    tfidf: 'The weight is TF-IDF, for comparison.',
  },
};
