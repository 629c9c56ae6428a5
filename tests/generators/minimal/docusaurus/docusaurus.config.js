export default {
  title: 'Field Notes',
  url: 'https://example.org',
  baseUrl: '/notes/',
  future: { v4: true, faster: true },
  onBrokenLinks: 'warn',
  onBrokenAnchors: 'warn',
  markdown: { format: 'detect', hooks: { onBrokenMarkdownLinks: 'warn', onBrokenMarkdownImages: 'warn' } },
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false, pages: false }]],
  themeConfig: { navbar: { title: 'Field Notes', items: [{ type: 'localeDropdown' }] } },
  //@lines@
};
