/** Tables between marks in a text: `<!-- evidence: name -->` before, `<!-- end -->` after. */

const MARKED = /<!-- evidence: ([\w-]+) -->\n([\s\S]*?)\n<!-- end -->/g;

/** What stands between the marks, by name. */
export function markedTables(text: string): Map<string, string> {
  return new Map([...text.matchAll(MARKED)].map(([, name = '', body = '']) => [name, body]));
}

/** @throws Error with one sentence where a mark has no table, or a table no mark */
export function withTables(text: string, tables: Readonly<Record<string, string>>): string {
  const known = markedTables(text);
  const missing = Object.keys(tables).find((name) => !known.has(name));
  if (missing !== undefined) throw new Error(`The README has no mark "evidence: ${missing}"; put it back.`);
  return text.replace(MARKED, (whole, name: string) => {
    const table = tables[name];
    if (table === undefined) throw new Error(`Nothing here makes the README's table "${name}".`);
    return whole.replace(/\n[\s\S]*\n/, () => `\n${table}\n`);
  });
}
