import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

export type Catalog = Record<string, string>;

export const root = join(import.meta.dirname, '..');

export function catalog(language: 'ar' | 'fr' | 'en'): Catalog {
  return JSON.parse(readFileSync(join(root, `../assets/locales/${language}.json`), 'utf8')) as Catalog;
}

export function sources(folder = join(root, 'src')): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

export interface Node {
  type: string;
  [field: string]: unknown;
}

export function parseFile(path: string): Node {
  const parsed = parseSync(path, readFileSync(path, 'utf8'), { lang: path.endsWith('x') ? 'tsx' : 'ts' });
  return parsed.program as unknown as Node;
}

/** Visits every node, parents before children. */
export function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, visit);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node && typeof node.type === 'string') visit(node as Node);
  for (const value of Object.values(node)) if (typeof value === 'object') walk(value, visit);
}
