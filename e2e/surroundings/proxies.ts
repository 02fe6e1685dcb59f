import { join } from 'node:path';
import { requireProgram } from '../programs.ts';
import type { Certificate } from './certificates.ts';
import { readmeBlock, withChanges } from './readme-block.ts';

/** The port, the target and the files of a test's proxy. */
export interface Place {
  folder: string;
  port: number;
  /** Host and port of the dashboard. */
  dashboard: string;
  certificate: Certificate;
}

/** How to run a proxy with a block of the README. */
export interface Proxy {
  /** The configuration from the README's block, for a place. */
  configuration(place: Place, path: '' | '/numbers'): string;
  file: string;
  command(file: string, folder: string): [string, string[]];
}

/** Texts of the README, and the test's own texts that replace them. */
const common = ({ dashboard }: Place) => [['127.0.0.1:3000', dashboard]] as const;

const nginx: Proxy = {
  file: 'nginx.conf',
  configuration(place, path) {
    const { folder, port, certificate } = place;
    const whole = readmeBlock('nginx', 'server_name');
    const [location] = /^ {2}location .*?^ {2}\}$/ms.exec(whole) ?? [''];
    const block =
      path === ''
        ? whole
        : withChanges(whole, [[location, readmeBlock('nginx', `location ${path}/`)]]);
    const server = withChanges(block, [
      ...common(place),
      ['listen 443', `listen 127.0.0.1:${port}`],
      ['server_name numbers.example', 'server_name numbers.example tools.example'],
      ['/etc/ssl/numbers.example.pem', certificate.files.cert],
      ['/etc/ssl/numbers.example.key', certificate.files.key],
    ]);
    const bodies = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    return [
      // One process, so that ending it leaves no workers behind.
      'daemon off;',
      'master_process off;',
      `pid ${join(folder, 'nginx.pid')};`,
      'error_log stderr;',
      'events {}',
      'http {',
      'access_log off;',
      ...bodies.map((name) => `${name}_temp_path ${join(folder, name)};`),
      server,
      '}',
    ].join('\n');
  },
  command: (file, folder) => [requireProgram('nginx'), ['-p', folder, '-c', file, '-e', 'stderr']],
};

const caddy: Proxy = {
  file: 'Caddyfile',
  configuration(place, path) {
    const { port, certificate } = place;
    const name = path === '' ? 'numbers.example' : 'tools.example';
    const { cert: file, key } = certificate.files;
    const site = withChanges(readmeBlock('caddyfile', `${name} {`), [
      ...common(place),
      [`${name} {`, `https://${name}:${port} {\n  bind 127.0.0.1\n  tls ${file} ${key}`],
    ]);
    return `{\n  admin off\n  auto_https disable_redirects\n}\n${site}`;
  },
  command: (file) => [requireProgram('Caddy'), ['run', '--config', file, '--adapter', 'caddyfile']],
};

const haproxy: Proxy = {
  file: 'haproxy.cfg',
  configuration(place, path) {
    const { port, certificate } = place;
    const block = readmeBlock('haproxy', 'frontend');
    const whole =
      path === ''
        ? block
        : withChanges(block, [
            ['  default_backend dashboard\n', readmeBlock('haproxy', 'use_backend')],
          ]);
    return withChanges(whole, [
      ...common(place),
      ['bind :443', `bind 127.0.0.1:${port}`],
      ['/etc/haproxy/numbers.example.pem', certificate.files.both],
    ]);
  },
  command: (file) => [requireProgram('HAProxy'), ['-db', '-f', file]],
};

export const proxies = { nginx, Caddy: caddy, HAProxy: haproxy };

export type ProxyName = keyof typeof proxies;

export const proxyNames = Object.keys(proxies) as ProxyName[];
