/** Addresses of pages and mailboxes, by their shape. */
const ADDRESS = [
  '(?<![a-z\\d+.-])(?:[a-z][a-z\\d+.-]{1,15}[:：]\\s?//|www\\.)[!-~]+',
  '(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+',
  '(?<![\\w.-])(?:[a-z\\d-]+\\.){2,8}[a-z]{2,}(?![\\w-])(?:[/:?#][!-~]*)?',
  '(?<![\\w.-])[a-z\\d-]+\\.[a-z]{2,}/[!-~]*',
  '(?<![\\w.-])[\\w-]+\\.(?:com|cn|net|org)(?![\\w-])',
].join('|');
/** What a few characters between a mark and an address say is what it is: 详见网址http://…, 邮箱：…. */
const LABEL = '(?<![\\p{L}\\p{N}])\\p{Script=Han}{1,6}[：:]?\\s*';
const TAG = '</?[a-z][a-z\\d]*(?:\\s[^<>\\n]*)?/?>|<!--[^<>\\n]*-->';
const ENTITY = '&(?:#x?[\\da-f]+|[a-z]+\\d*);';
/** Numbers of publications, and names of accounts with an underscore. */
const NUMBER =
  '(?<![a-z\\d])doi[:：]?\\s?10\\.\\d{4,9}/[!-~]+|(?<![\\w.-])[a-z\\d]+(?:_[a-z\\d]+)+(?![\\w-])';
/** The name of a file in Chinese may say something, its ending does not. */
const FILE =
  '(?:(?<![\\w.-])[\\w-]+|(?<=[\\p{Script=Han}”》）)]))\\.(?:html?|php|aspx?|jsp|pdf|docx?|xlsx?|pptx?|jpe?g|png|gif)(?![\\w-])';
const NO_LANGUAGE = new RegExp(`(?:${LABEL})?(?:${ADDRESS})|${TAG}|${ENTITY}|${FILE}|${NUMBER}`, 'giu');

/** Returns a text with a blank in the place of addresses (with the label before them), tags, names of files and accounts. */
export function blankAddresses(text: string): string {
  return text.replaceAll(NO_LANGUAGE, ' ');
}
