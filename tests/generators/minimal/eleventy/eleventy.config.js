import { EleventyHtmlBasePlugin, IdAttributePlugin, InputPathToUrlTransformPlugin } from '@11ty/eleventy';

export default function (eleventyConfig) {
  eleventyConfig.addPlugin(InputPathToUrlTransformPlugin);
  eleventyConfig.addPlugin(IdAttributePlugin);
  eleventyConfig.addPlugin(EleventyHtmlBasePlugin);
  eleventyConfig.addPassthroughCopy('content/**/*.{svg,png}');
  eleventyConfig.addGlobalData('layout', 'page.njk');
  eleventyConfig.addPreprocessor('drafts', '*', (data) => (data.draft ? false : undefined));
  //@lines@
  return { dir: { input: 'content', includes: '../_includes' }, pathPrefix: '/notes/', markdownTemplateEngine: false };
}
