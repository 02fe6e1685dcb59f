import { parseArgs } from 'node:util';
import { closest } from 'fastest-levenshtein';
import { accountSidPattern } from './accounts/account.ts';

const commands = ['serve', 'check-config', 'hash-password', 'history', 'help', 'version'] as const;
type Command = Exclude<(typeof commands)[number], 'history'>;

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  'no-env-file': { type: 'boolean' },
} as const;
const optionNames = Object.keys(options);

export const helpText = `Rented Numbers: a dashboard over the phone numbers that an Apifonica account rents.

Usage: node dist/server/main.js [command] [options]

Commands:
  serve           start the dashboard; so does no command at all
  check-config    say what would be started and every problem with the settings, and start nothing
  hash-password   ask for a password and print its hash for DASHBOARD_PASSWORD_HASH
  history purge <account>
                  remove all that the history keeps of an account, by its id or SID: its
                  folder in HISTORY, with every file in it

Options:
  --no-env-file   take settings from the environment only
  -h, --help      print this text
  -v, --version   print the version

Settings are environment variables, completed by the lines of a file named .env in the working
folder, beside dist, or in it. README.md lists them.
`;

/** The command to run, or one line that says why the arguments are unclear. */
type CommandLine =
  | { kind: Command; readsEnvFile: boolean }
  | { kind: 'history-purge'; account: string; readsEnvFile: boolean }
  | { kind: 'unclear'; problem: string };

const unclear = (problem: string): CommandLine => ({ kind: 'unclear', problem });

/** The text as typed, shortened, and without control characters for the terminal. */
const quote = (text: string) => JSON.stringify(text.slice(0, 40));

/** Reads the arguments after the name of the program. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Set<string>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    if (!optionNames.includes(token.name)) {
      const nearest = closest(token.name, optionNames);
      return unclear(`There is no option ${quote(token.rawName)}; the nearest is --${nearest}.`);
    }
    if (token.value !== undefined) return unclear(`The option --${token.name} takes no value.`);
    given.add(token.name);
  }
  const [word = 'serve', ...more] = words;
  const command = commands.find((known) => known === word);
  if (command === undefined) {
    return unclear(
      `There is no command ${quote(word)}; the nearest is ${closest(word, commands)}.`,
    );
  }
  const readsEnvFile = !given.has('no-env-file');
  const asked = (['help', 'version'] as const).find((name) => given.has(name));
  if (command === 'history') {
    const [action, account = '', ...others] = more;
    if (asked !== undefined) return { kind: asked, readsEnvFile };
    if (action === 'purge' && accountSidPattern.test(account) && others.length === 0) {
      return { kind: 'history-purge', account, readsEnvFile };
    }
    return unclear('history needs purge and one account after it: its id, or its SID.');
  }
  if (more.length > 0) {
    // The further arguments are not repeated: they may hold a password.
    return unclear(
      command === 'hash-password'
        ? 'hash-password takes no password as an argument, where others can see it: it asks for one, or reads it from standard input.'
        : `${command} takes nothing after it.`,
    );
  }
  return { kind: asked ?? command, readsEnvFile };
}
