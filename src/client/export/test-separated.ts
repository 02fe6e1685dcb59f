/**
 * For specs: a strict reader of RFC 4180 for any separator and line end. The line end may follow the
 * last line or not. A quote in any other place than the RFC allows is an error.
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
      // An empty cell follows a separator at the very end.
      if (cell.lastIndex === text.length) line.push('');
      else continue;
    }
    lines.push(line);
    line = [];
  }
  return lines;
}
