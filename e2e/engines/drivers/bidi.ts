import { once } from 'node:events';
import { WebSocket } from 'undici';

export type Fields = Record<string, unknown>;

type Message =
  | { type: 'success'; id: number; result: Fields }
  | { type: 'error'; id: number; message: string }
  | { type: 'event'; method: string; params: Fields };

export interface Bidi {
  send(method: string, params?: Fields): Promise<Fields>;
  /** Events of all tabs, as long as the session lasts. */
  onEvent(listen: (method: string, params: Fields) => void): void;
}

/** A session of WebDriver BiDi: commands and events as JSON over one socket. */
export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(`${address}/session`);
  const calls = new Map<number, (message: Message) => void>();
  const listeners: ((method: string, params: Fields) => void)[] = [];
  let count = 0;
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.type === 'event') {
      for (const listen of listeners) listen(message.method, message.params);
    } else {
      calls.get(message.id)?.(message);
      calls.delete(message.id);
    }
  });
  await once(socket, 'open');
  const send = (method: string, params: Fields = {}) => {
    count += 1;
    const id = count;
    const answer = new Promise<Fields>((resolve, reject) => {
      calls.set(id, (message) => {
        if (message.type === 'success') resolve(message.result);
        if (message.type === 'error') reject(new Error(`${method}: ${message.message}`));
      });
    });
    socket.send(JSON.stringify({ id, method, params }));
    return answer;
  };
  await send('session.new', { capabilities: {} });
  return { send, onEvent: (listen) => void listeners.push(listen) };
}
