// Render pages with the Markdown of VitePress and compile the result with Vue, as VitePress does.
import { createMarkdownRenderer } from 'vitepress'
import { compileTemplate, parse } from 'vue/compiler-sfc'

const NODES = { element: 1, text: 2, comment: 3, interpolation: 5 }
const walk = (node, found) => {
  if (node.type === NODES.text) found.push(['text', node.content])
  else if (node.type === NODES.comment) found.push(['comment', node.content])
  else if (node.type === NODES.interpolation) found.push(['other', 'interpolation', node.content.loc.source])
  else if (node.type === NODES.element) {
    found.push(['start', node.tag, node.props.map(each =>
      each.type === 6 ? [each.name, each.value ? each.value.content : ''] : [each.rawName, each.loc.source])])
    for (const child of node.children) walk(child, found)
    found.push(['end', node.tagName || node.tag || node.name || ''])
  }
}
let text = ''
for await (const chunk of process.stdin) text += chunk
const renderer = await createMarkdownRenderer(process.cwd(), {}, '/')
const out = []
for (const page of JSON.parse(text)) {
  try {
    const html = await renderer.render(page, { path: 'page.md', relativePath: 'page.md' })
    const file = parse(`<template><div>${html}</div></template>`, { ignoreEmpty: false })
    if (file.errors.length) throw file.errors[0]
    const template = file.descriptor.template
    const done = compileTemplate({ source: template.content, filename: 'page.md', id: 'x' })
    if (done.errors.length) throw done.errors[0]
    const found = []
    for (const child of file.descriptor.template.ast.children) walk(child, found)
    out.push({ html, outline: found })
  } catch (error) {
    out.push({ error: String(error.message || error) })
  }
}
process.stdout.write(JSON.stringify(out))
