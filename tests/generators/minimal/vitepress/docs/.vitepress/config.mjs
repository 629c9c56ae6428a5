export default {
  title: 'Field Notes',
  base: '/notes/',
  themeConfig: { i18nRouting: false },
  srcExclude: ['private.md'],
  sitemap: { hostname: 'https://example.org/notes/' },
  //@lines@
};
