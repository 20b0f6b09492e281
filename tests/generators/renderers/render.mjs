// The heading ids that the real renderers give headings.md: npm i @astrojs/markdown-remark vitepress @docusaurus/mdx-loader
// then: node render.mjs headings.md > javascript.json
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(process.cwd() + "/");
const page = readFileSync(process.argv[2], "utf8");
const versions = {};
const version = (name) => (versions[name] = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
const ids = (html) => [...html.matchAll(/<h[1-6][^>]*?\sid="([^"]*)"/g)].map((match) => match[1]);
const load = (name) => import(pathToFileURL(require.resolve(name)).href);

const found = {};
version("@astrojs/markdown-remark");
const astro = await import(pathToFileURL("node_modules/@astrojs/markdown-remark/dist/index.js").href);
const processor = await astro.createMarkdownProcessor({ smartypants: true, syntaxHighlight: false });
found.starlight = ids((await processor.render(page)).code);

version("vitepress");
const vitepress = await import(pathToFileURL("node_modules/vitepress/dist/node/index.js").href);
const renderer = await vitepress.createMarkdownRenderer(process.cwd());
found.vitepress = ids(renderer.render(page));

version("@docusaurus/mdx-loader");
const { unified } = await load("unified");
const parse = (await load("remark-parse")).default;
const headings = require("@docusaurus/mdx-loader/lib/remark/headings/index.js").default;
const pipeline = unified().use(parse).use(headings, { anchorsMaintainCase: false });
const tree = await pipeline.run(pipeline.parse(page));
const walk = (node) => (node.type === "heading" ? [node.data.id] : (node.children ?? []).flatMap(walk));
found.docusaurus = walk(tree);
console.log(JSON.stringify({ versions, ids: found }, null, 1));
