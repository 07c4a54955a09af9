// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes FORMULA.svg for every FORMULA.tex of this folder. The SVGs are committed, so that building needs no Node;
// run this after changing a formula, with MathJax installed outside the repository:
//
//   npm install --prefix /tmp/mathjax @mathjax/src@4
//   node resources/formulas/make.mjs /tmp/mathjax
//
// \cssId{parameter}{symbol} names the parameter a symbol stands for. A parameter may stand in several places of a
// formula, ids of SVG only in one: the places are written as parameter, parameter-2, parameter-3.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {basename, dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const install = createRequire(resolve(process.argv[2] ?? '.', 'package.json'));
const MathJax = install('@mathjax/src');

const pixelsPerEm = 20;
const unitsPerEm = 1000;

// What QtSvg does not need is left out, and what it would draw differently: styles, a stroke without width.
function plain(svg) {
  const [, x, y, width, height] = svg.match(/viewBox="(\S+) (\S+) (\S+) (\S+)"/);
  const pixels = (units) => Number((units * pixelsPerEm / unitsPerEm).toFixed(2));
  const content = svg
      .replace(/^<svg[^>]*>|<\/svg>$/g, '')
      .replace(/ (data-[\w-]+|role|focusable|style|stroke|stroke-width)="[^"]*"/g, '')
      .replace(/<path d=""( transform="[^"]*")?><\/path>/g, '')
      .replace(/<g( transform="[^"]*")?><\/g>/g, '')
      .replace(/<(path|rect)([^>]*)><\/\1>/g, '<$1$2/>');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels(width)}" height="${pixels(height)}" ` +
      `viewBox="${x} ${y} ${width} ${height}">${content}</svg>\n`;
}

function withUniqueIds(svg) {
  const places = new Map();
  return svg.replace(/ id="([^"]*)"/g, (_, id) => {
    places.set(id, (places.get(id) ?? 0) + 1);
    return places.get(id) === 1 ? ` id="${id}"` : ` id="${id}-${places.get(id)}"`;
  });
}

await MathJax.init({
  loader: {load: ['input/tex', 'output/svg', '[tex]/html']},
  tex: {packages: {'[+]': ['html']}},
  svg: {fontCache: 'none', linebreaks: {inline: false}},
});

for (const name of readdirSync(folder).filter((each) => each.endsWith('.tex'))) {
  const tex = readFileSync(join(folder, name), 'utf8').replace(/^%.*\n/gm, '');
  const node = await MathJax.tex2svgPromise(tex, {display: false});
  const svg = MathJax.startup.adaptor.innerHTML(node);
  if (svg.includes('data-mml-node="merror"')) throw new Error(`${name} does not read as TeX: ${svg}`);
  const written = withUniqueIds(plain(svg));
  if (/<svg.*<svg/s.test(written)) throw new Error(`${name} needs a nested svg, which QtSvg does not draw`);
  writeFileSync(join(folder, `${basename(name, '.tex')}.svg`), written);
  console.log(name);
}
