// What does @sindresorhus/slugify write for each character, as Eleventy calls it? Given: the folder of its modules.
import { pathToFileURL } from 'node:url';

const load = async (path) => (await import(pathToFileURL(`${process.argv[2]}/@sindresorhus/${path}`))).default;
const slugify = await load('slugify/index.js');
const replacements = await load('transliterate/replacements.js');

const asked = replacements.map(([key]) => key).filter((key) => [...key].length > 1);
for (let code = 0x20; code < 0x20000; code++) {
  if (code < 0xd800 || code > 0xdfff) asked.push(String.fromCodePoint(code));
}
const names = new Map(asked.map((each) => [[...each].map((one) => one.codePointAt(0).toString(16)).join('+'), each]));
const entries = [...names];
for (let at = 0; at < entries.length; at += 4000) {
  // A letter on either side, since what an id begins or ends with is taken away.
  const text = entries.slice(at, at + 4000).map(([, each]) => `zqx${each}xqz`).join('\n');
  const made = slugify(text, { decamelize: false }).split(/(?<=xqz)-(?=zqx)/);
  entries.slice(at, at + 4000).forEach(([name], number) => console.log(name, made[number].slice(3, -3)));
}
