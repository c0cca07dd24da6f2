/** Characters that Windows or another system refuses in the name of a file. */
const REFUSED = /[\p{Cc}\p{Surrogate}<>:"/\\|?*]/gu;
/** Windows drops dots and spaces from the end of a name. */
const DROPPED = /[. ]$/;
/** Names that Windows keeps for devices, whatever ending they have. */
const DEVICE = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=\.|$)/i;

/**
 * A name that each system can give to a file: the same, where it is one.
 * @example toFileName('湖南：十八洞?') // → '湖南：十八洞_'
 */
export function toFileName(name: string): string {
  const allowed = name.replaceAll(REFUSED, '_').replace(DROPPED, '_');
  return allowed.replace(DEVICE, '$&_') || '_';
}
