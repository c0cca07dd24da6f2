/** How many codes of another codebook are named beside a code that they meet, in the table of several codebooks. */
export const MOST_MATCHES = 3;
