/** The pages that the navigation leads to, in the order of the work, each with the key that opens it after `g`. */
export const pages = [
  { name: 'overview', path: '/', key: 'o' },
  { name: 'cases', path: '/cases', key: 'c' },
  { name: 'screening', path: '/screening', key: 's' },
  { name: 'codes', path: '/codes', key: 'k' },
  { name: 'compare', path: '/compare', key: 'p' },
  { name: 'agreement', path: '/agreement', key: 'a' },
  { name: 'tables', path: '/tables', key: 't' },
  { name: 'history', path: '/history', key: 'h' },
  { name: 'start', path: '/start', key: 'n' },
] as const;
