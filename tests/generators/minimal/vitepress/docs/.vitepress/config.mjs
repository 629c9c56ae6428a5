export default {
  title: 'Field Notes',
  base: '/notes/',
  srcExclude: ['private.md'],
  sitemap: { hostname: 'https://example.org/notes/' },
  //@lines@
};
