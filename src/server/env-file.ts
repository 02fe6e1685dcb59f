import type { Variables } from './environment.ts';

/** A line that may set a variable but cannot be read; one of `words` may be the variable's name. */
export interface UnclearLine {
  words: readonly string[];
  line: number;
}

const quoted = `'[^']*'|"[^"]*"|\`[^\`]*\``;
// A comment needs a space before it. A line with `a#b` is unclear, because programs read it
// differently, as `a#b` or as `a`.
const plain = `[^\\s#'"\`](?:[^#]*[^\\s#])?`;
const assignment = new RegExp(
  `^\\s*(?:export\\s+)?([\\w.-]+)\\s*=(?:\\s*(${quoted}|${plain}))?\\s*(?:\\s#.*)?$`,
);

/**
 * Reads `NAME=value`, one a line, with quotes and comments. A value has no line breaks, and no
 * variables in it are replaced. The last of two lines for one name counts, as in a shell.
 */
export function readEnvFile(text: string): { variables: Variables; unclear: UnclearLine[] } {
  const variables: Record<string, string> = {};
  const unclear: UnclearLine[] = [];
  text.split(/\r\n?|\n/).forEach((content, at) => {
    if (/^\s*(#|$)/.test(content)) return;
    const [, name, value = ''] = assignment.exec(content) ?? [];
    if (name === undefined) {
      const words = content.split(/[^\w.-]+/).filter((word) => word !== '');
      unclear.push({ words, line: at + 1 });
      return;
    }
    // `Environment=NAME=value`, as systemd writes it, is unclear. Other values, such as secrets,
    // may hold a `=`.
    const [, nested] = /^['"]?([A-Z]\w*)=/.exec(value) ?? [];
    if (name === 'Environment' && nested !== undefined) {
      unclear.push({ words: [nested], line: at + 1 });
    }
    variables[name] = /^['"`]/.test(value) ? value.slice(1, -1) : value;
  });
  return { variables, unclear };
}
