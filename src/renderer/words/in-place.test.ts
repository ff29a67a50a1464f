// oxlint-disable-next-line no-restricted-imports -- tests run in Node, and this one reads the sources themselves
import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';

const RENDERER = new URL('..', import.meta.url);
/** Attributes and fields that people read or hear. */
const READ = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label', 'about', 'text', 'heading', 'hint']);
/** Names that are the same everywhere. */
const NAMES = /^(Sandtable|WebM, \w+|MP4, [\w.]+|Ctrl .)$/;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [part: string]: unknown;
}

/** "file:line text" of what is said in a file itself. */
function saidInPlace(file: string): string[] {
  const source = readFileSync(new URL(file, RENDERER), 'utf8');
  const found: string[] = [];
  const note = (node: Node, text: string): void => {
    if (/\p{L}{2}/u.test(text) && !NAMES.test(text.trim()))
      found.push(`${file}:${source.slice(0, node.start).split('\n').length} ${text.trim()}`);
  };
  const visit = (value: unknown, parent: Node | null): void => {
    if (Array.isArray(value)) for (const one of value) visit(one, parent);
    if (!isNode(value)) return;
    if (value.type === 'JSXText') note(value, String(value['value']));
    // A child, or what an attribute or a field is given.
    else if (value.type === 'JSXExpressionContainer' && parent?.type !== 'JSXAttribute')
      for (const text of literals(value['expression'])) note(value, text);
    else if (READ.has(nameOf(value)))
      for (const text of literals(value['value']))
        if (value.type === 'JSXAttribute' || /^\p{Lu}|\p{L} \p{L}/u.test(text)) note(value, text);
    for (const part of Object.values(value)) visit(part, value);
  };
  visit(parseSync(file, source).program.body, null);
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** Of an attribute or of a field of an object; "" for anything else. */
function nameOf(node: Node): string {
  const name = node.type === 'JSXAttribute' ? node['name'] : node.type === 'Property' ? node['key'] : null;
  return isNode(name) ? String(name['name'] ?? name['value']) : '';
}

/** Texts that an expression can be: "A" and "B" of {is ? 'A' : `${b} B`}. */
function literals(node: unknown): string[] {
  if (!isNode(node)) return [];
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? [node['value']] : [];
  if (node.type === 'TemplateLiteral') return (node['quasis'] as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
  return ['expression', 'consequent', 'alternate', 'right'].flatMap((part) => (node.type.startsWith('Call') ? [] : literals(node[part])));
}

it('no file says anything that is not in the catalogue', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: RENDERER }).filter((file) => !file.includes('.test.') && !file.startsWith('words/'));
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap(saidInPlace)).toEqual([]);
});
