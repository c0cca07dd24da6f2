/**
 * Characters that serve grammar. Standing as a word of its own, or at the edge of a guessed word, such a
 * character is no part of a term; inside a word it means nothing (就 in 就业, 以 in 以奖代补).
 */
export const FUNCTION_CHARACTERS: ReadonlySet<string> = new Set(
  '的得了着过吗呢吧啊呀嘛么们之其此该这那哪每各何谁我你您他她它' +
    '是在有和与及或而且但并也还都又再就才只已曾将把被让使给向对从自由于以为因所同' +
    '不没未很更最太较仍均皆须需即若如按经' +
    '个些等起到说称',
);
