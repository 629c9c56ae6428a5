export default {
  title: 'Field Notes',
  base: '/notes/',
  sitemap: { hostname: 'https://example.org/notes/' },
  //@lines@
};
