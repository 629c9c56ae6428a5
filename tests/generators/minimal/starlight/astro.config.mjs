import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://example.org',
  base: '/notes',
  integrations: [
    starlight({
      title: 'Field Notes',
      pagefind: false,
      disable404Route: true,
      //@lines@
    }),
  ],
});
