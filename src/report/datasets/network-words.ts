import type { NetworkMeasure } from '../../model/code-network.js';
import type { Language } from '../../model/language.js';

/** What is said about networks of codes, by language. */
interface NetworkWords {
  readonly title: string;
  /** What the cells of a matrix say, and its diagonal. */
  readonly matrices: Readonly<Record<NetworkMeasure, string>>;
  readonly codes: string;
}

/** What is said about networks of codes. */
export const networkWords: Readonly<Record<Language, NetworkWords>> = {
  zh: {
    title: '编码共现矩阵',
    matrices: {
      counts: '共现次数：两个编码共同出现的单位数；对角线为该编码出现的单位数。',
      jaccard: 'Jaccard 系数：共有单位数 ÷ 至少出现其一的单位数；对角线为 1。',
      ochiai: 'Ochiai 系数：共有单位数 ÷ 两个编码单位数乘积的平方根；对角线为 1。',
    },
    codes: '含所选层级中至少出现一次的全部编码，不与其他编码共现的也在内。',
  },
  en: {
    title: 'Matrices of co-occurrence',
    matrices: {
      counts: 'Counts: units in which both codes occur; on the diagonal those in which the code occurs.',
      jaccard: 'Jaccard: units with both ÷ units with either; the diagonal is 1.',
      ochiai:
        'Ochiai: units with both ÷ the square root of the product of the units of each; the diagonal is 1.',
    },
    codes: 'All codes of the level that occur are in it, also those that meet no other.',
  },
};
