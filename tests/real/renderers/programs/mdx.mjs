// Compile pages with MDX as Docusaurus and Starlight do, and tell what they are made of.
import { compile } from '@mdx-js/mdx'
import remarkGfm from 'remark-gfm'
import remarkDirective from 'remark-directive'

const out = []
const value = attribute => {
  if (attribute.type === 'mdxJsxExpressionAttribute') return ['{}', attribute.value]
  const inner = attribute.value
  return [attribute.name, inner && typeof inner === 'object' ? `{${inner.value}}` : String(inner ?? '')]
}
const walk = (node, found) => {
  if (node.type === 'text') found.push(['text', node.value])
  else if (node.type === 'comment') found.push(['comment', node.value])
  else if (node.type === 'element' || node.type.startsWith('mdxJsx')) {
    const attributes = node.type === 'element'
      ? Object.entries(node.properties || {}).map(([name, each]) => [name, String(each)])
      : node.attributes.map(value)
    found.push(['start', node.tagName || node.name || '', attributes])
    for (const child of node.children) walk(child, found)
    found.push(['end', node.tagName || node.tag || node.name || ''])
  } else if (node.children) {
    for (const child of node.children) walk(child, found)
  } else found.push(['other', node.type, node.value || ''])
}
const directives = () => tree => {
  const each = node => {
    if (node.type === 'textDirective' && !node.children.length && !Object.keys(node.attributes).length) {
      // Docusaurus and Starlight put back what has neither label nor attributes.
      node.type = 'text'
      node.value = `:${node.name}`
    } else if (/^(container|leaf|text)Directive$/.test(node.type)) {
      node.data = { hName: `directive-${node.type}-${node.name}`, hProperties: node.attributes }
    }
    for (const child of node.children || []) each(child)
  }
  each(tree)
}
const capture = () => tree => {
  const found = []
  walk(tree, found)
  out.push({ outline: found })
}
let text = ''
for await (const chunk of process.stdin) text += chunk
for (const page of JSON.parse(text)) {
  const before = out.length
  try {
    await compile(page, { remarkPlugins: [remarkGfm, remarkDirective, directives], rehypePlugins: [capture] })
  } catch (error) {
    out.length = before
    out.push({ error: String(error.message) })
  }
}
process.stdout.write(JSON.stringify(out))
