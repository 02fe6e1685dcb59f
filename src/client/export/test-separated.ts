/**
 * For specs: a strict reader of RFC 4180, also with another separator or line end. The line end
 * stands between lines or after each; a quote stands only where it may.
 */
export function readSeparated(text: string, separator: ',' | '\t', lineEnd: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|${lineEnd}|$)`,
    'y',
  );
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const [, quoted, bare = '', end] = cell.exec(text) ?? [];
    if (end === undefined) throw new Error(`No cell at ${at}: ${JSON.stringify(text.slice(at))}`);
    line.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === separator) {
      // A separator at the very end has an empty cell behind it.
      if (cell.lastIndex === text.length) line.push('');
      else continue;
    }
    lines.push(line);
    line = [];
  }
  return lines;
}
