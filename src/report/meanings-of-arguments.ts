import type { Language } from '../model/language.js';
import { QUOTE_RULE } from '../model/quote-rule.js';
import type { TableName } from '../model/table-name.js';
import { english } from '../text/english.js';

const { leastLength, mostLength, nearly, mostLeaders } = QUOTE_RULE;

const CHINESE_QUOTES = `原文的选取规则：逐条确认的先于成批确认的，成批确认的先于待确认的；参考点先于只以关键词为依据的句子；同等的依次取本编码引用最少的案例、其他编码没有引用的句子、完整的句子（标题和残句在后）、${leastLength}—${mostLength} 字的句子、依据的关键词和规则最多的句子、编码最少的句子、此前引用最少的案例，再按案例和位置。同样的句子在一个编码下只引用一次；对整个案例的编码没有原文，不引用。语句经清洗（断行续接）。`;
const ENGLISH_QUOTES = english`Quotes are chosen by this rule: what was confirmed one by one, then in bulk, then proposals; references before sentences of a keyword alone; of equal ones that of the case which the code quotes least, a sentence that no other code quotes, whole (headings and fragments last), of ${leastLength} to ${mostLength} characters, with the most keywords and rules that led to it, the fewest codes, of the case quoted least so far; then by case and place. A code quotes the same words once; a case coded as a whole has no words. Quotes are clean text (broken lines joined).`;

const CHINESE_NUMBERS =
  '编号按编码框架自上而下的次序：最低层的编码为 a1、a2……，上一层为 A1……，再上为 B1……，没有证据的编码也占号，所以各表同号即同一编码。';
const ENGLISH_NUMBERS =
  'Numbers follow the codebook from the top: codes of the lowest level are a1, a2 …, those above A1 …, above these B1 …; codes without evidence have numbers too, so that one number is one code in all tables.';

/** What the tables that argue show, for their captions. */
export const argumentMeanings: Readonly<
  Record<
    Language,
    Readonly<Record<Extract<TableName, 'categories' | 'examples' | 'pillar-evidence' | 'quotations'>, string>>
  >
> = {
  zh: {
    categories: `每个范畴一行：最高层以下、最低层以上的编码，以及直接在最高层之下的编码；主范畴=其上最高层的编码，没有下级范畴的主范畴自成一行。范畴内涵=编码框架或编码者所写的定义，未写的注明。频次（案例×关键词）、编码参考点数、材料来源数含其下各级编码，与编码表一致。${CHINESE_NUMBERS}`,
    examples: `原始语句→初始概念→范畴：初始概念=最低层的编码，范畴=其上一级；直接归入上级编码的语句没有初始概念。例类：示例；否定／问题表述=否定该编码或写出问题的句子；界限=编码手册写明不归此编码的。语句编号=编码的编号加序号；该编码的段落数=可列的全部同类段落，不含下级。没有原文的编码不列。${CHINESE_NUMBERS}${CHINESE_QUOTES}`,
    'pillar-evidence': `每个支柱（最高层的编码）先列典型案例，再列居首而不是典型案例所在的地点；最后列出没有任何编码证据的案例，不参与排序。论点=支柱的定义。典型案例的选取规则：先取以该支柱为唯一主范畴（名次第 1）的案例，再依次比编码参考点数、频次（案例×关键词）、与次位差距和案例代号；参考点最多的案例已用于前面的支柱时，改取未用过、参考点不少于其 ${100 * nearly}% 的案例，没有则仍用它。名次、差距、参考点数与“各案例主范畴得分表”（按案例）一致。实践=该案例在该支柱下已确认参考点最多、其次参考点最多的编码。地点居首=该支柱的频次（案例×关键词）与参考点数之和最大（计数）或得分最高（得分）的地点，与该表按地点分组时一致，${mostLeaders} 个以上并列的不算居首。缺项：有编码而无原文可引=点了名而没有故事的支柱或地点。${CHINESE_NUMBERS}${CHINESE_QUOTES}`,
    quotations: `每个编码的原文，支持的在前，否定／问题表述在后，各按案例和位置排列；各级编码只列自身的段落，不含下级。该编码的段落数=证据表（或否定／问题表述表）中该编码的行数，未列段落数=其中没有列出的。备忘录前为编码者；编码备忘录只列在该编码的第一行。${CHINESE_NUMBERS}${CHINESE_QUOTES}`,
  },
  en: {
    categories: `One row for each category: the codes below the top and above the lowest level, and those directly under a top one; mainCategory = the code of the top level above it, which has a row of its own where it has no category. meaning = the definition in the codebook or by coders; where nobody wrote one the table says so. assignments, references and cases include all codes under it, as in the coding table. ${ENGLISH_NUMBERS}`,
    examples: `From statements to concepts and categories: concept = a code of the lowest level, category = the one above it; a statement coded higher up has no concept. kind: example; counter = a sentence that denies the code or states a problem; limit = what the codebook says does not belong to it. number = that of the code, then a count; passages = all of that kind that the code has, without the codes under it. Codes without any quote are not listed. ${ENGLISH_NUMBERS} ${ENGLISH_QUOTES}`,
    'pillar-evidence': `For each pillar (code of the top level) an exemplar, then the places that lead it and are not the exemplar’s; last the cases without any evidence, which have no rank. claim = the definition of the pillar. Exemplars are chosen by this rule: cases of which the pillar alone is first, then by references, assignments, margin and id; where the case with most references stands for a pillar before, another that stands for none and has at least ${100 * nearly}% of its references is taken, else the same again. caseRank, margin and references are those of the table pillars by case. practice = the code of the pillar with most confirmed references in the case, then most references. leads = the place has most assignments and references of the pillar (count) or its highest score (score), as pillars by that attribute has it; more than ${mostLeaders} equal ones do not lead. flag: untold = a pillar or place is named and has no words to quote. ${ENGLISH_NUMBERS} ${ENGLISH_QUOTES}`,
    quotations: `The quotes of each code, those that support it first, then counter-evidence, in the order of cases and places; each code for itself, without the codes under it. passages = its rows in evidence (or counter-evidence), omitted = those of them not listed. Memos begin with their coder; those on the code are in its first row. ${ENGLISH_NUMBERS} ${ENGLISH_QUOTES}`,
  },
};
