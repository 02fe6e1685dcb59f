import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccount } from '#sandbox/stand-in/account.ts';
import { sendJson, startStandIn } from '#sandbox/stand-in/start-stand-in.ts';
import type { Environment } from '../server.ts';

const sidOf = (id: string) => `acc-${id}`;
export const tokenOf = (id: string) => `canary-token-of-${id}`;

/** An account at the stand-in. */
interface StandInAccount {
  data: ReturnType<typeof createAccount>;
  /** The tokens that open the account. */
  tokens: Set<string>;
  /** Answers in place of a page, where it is set. */
  fault: ((response: ServerResponse, ordinal: number) => boolean) | null;
  /** Requests that had a good token. */
  requests: number;
}

/**
 * For tests: a stand-in for Apifonica with several accounts, and the file that lists them for a
 * server, with the files of their tokens.
 *
 * @param sizes the numbers of each account, by its id.
 */
export async function startAccountList(sizes: Readonly<Record<string, number>>) {
  const folder = await mkdtemp(join(tmpdir(), 'rented-numbers-'));
  const ofSid = new Map<string, StandInAccount>();
  for (const [at, [id, size]] of Object.entries(sizes).entries()) {
    const data = createAccount(size, (n) => ({
      account_sid: sidOf(id),
      number: `4420${at}946${String(n).padStart(4, '0')}`,
      name: `Desk ${n} of ${id}`,
    }));
    ofSid.set(sidOf(id), { data, tokens: new Set([tokenOf(id)]), fault: null, requests: 0 });
  }

  const standIn = await startStandIn((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://upstream');
    const account = ofSid.get(pathname.split('/')[3] ?? '');
    if (account === undefined) {
      sendJson(response, {}, 404);
      return;
    }
    const credentials = (request.headers.authorization ?? '').replace('Basic ', '');
    const [, token = ''] = Buffer.from(credentials, 'base64').toString().split(':');
    if (!account.tokens.has(token)) {
      sendJson(response, {}, 401);
      return;
    }
    account.requests += 1;
    if (account.fault?.(response, account.requests)) return;
    const page = account.data.page(searchParams, `${standIn.url}${pathname}`);
    sendJson(response, page ?? {}, page ? 200 : 400);
  });

  const file = join(folder, 'accounts.json');
  const tokenFile = (id: string) => join(folder, `${id}.token`);
  const entry = (id: string) => ({
    id,
    name: `The ${id}`,
    account_sid: sidOf(id),
    auth_token_file: `${id}.token`,
  });

  const list = {
    folder,
    file,
    tokenFile,
    env: { ACCOUNTS_FILE: file, APIFONICA_API_URL: standIn.url } satisfies Environment,
    entry,
    account(id: string): StandInAccount {
      const account = ofSid.get(sidOf(id));
      if (account === undefined) throw new Error(`There is no account ${id}.`);
      return account;
    },
    /** Connections to the stand-in that were ever opened. */
    connections: standIn.connections,
    /** Writes the list anew, in this order. */
    write: (entries: readonly object[]) => writeFile(file, JSON.stringify(entries)),
    writeToken: (id: string, token: string) => writeFile(tokenFile(id), `${token}\n`),
    async close() {
      await standIn.close();
      await rm(folder, { recursive: true });
    },
  };
  for (const id of Object.keys(sizes)) await list.writeToken(id, tokenOf(id));
  await list.write(Object.keys(sizes).map(entry));
  return list;
}
