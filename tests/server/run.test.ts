import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Starts the real server program, and gives its last words and how it ended. */
function start(env: Readonly<Record<string, string>>): Promise<{ code: number | null; said: string }> {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'serve-'));
  const program = spawn(process.execPath, [join(root, 'src/serve.ts')], { env: { DATA_DIR, SAMPLE: 'off', ...env } });
  let said = '';
  program.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => program.on('exit', (code) => resolve({ code, said })));
}

describe('a start that cannot be', () => {
  it('names every wrong setting and how to mend it, without a stack', async () => {
    const { code, said } = await start({ PORT: 'tachtig', TRUSTED_PROXY: 'proxy' });
    expect(code).toBe(1);
    expect(said).toBe(
      'The configuration is not right:\n' +
        '- PORT is "tachtig". Give a whole number from 0 to 65535, for example 4321.\n' +
        '- TRUSTED_PROXY is "proxy". Give addresses or networks with commas between them, for example 127.0.0.1,10.0.0.0/8.\n',
    );
  });

  it('says that there is no build yet', async () => {
    const { code, said } = await start({ BUILD_DIR: mkdtempSync(join(tmpdir(), 'no-build-')) });
    expect(code).toBe(1);
    expect(said).toContain('npm run build');
    expect(said).not.toContain('at ');
  });
});

describe('a start that somebody else must make possible', () => {
  const aFolder = () => mkdtempSync(join(tmpdir(), 'unusable-'));
  const damaged = () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'residents.sqlite'), 'this is no database '.repeat(500));
    return { DATA_DIR: folder };
  };
  const aFile = () => {
    const file = join(aFolder(), 'file');
    writeFileSync(file, '');
    return file;
  };
  const cases: readonly (readonly [string, () => Readonly<Record<string, string>>, RegExp])[] = [
    ['a database that is no database', damaged, /residents\.sqlite" is damaged.+backup in its place\.$/],
    [
      'a data folder that is a file',
      () => ({ DATA_DIR: aFile() }),
      /DATA_DIR is ".+", which is a file\. Give a folder\.$/,
    ],
    [
      'a server that is not there',
      () => ({ DATABASE_URL_SIGNALS: 'postgres://portal:geheim@127.0.0.1:1/signals' }),
      /DATABASE_URL_SIGNALS is postgres:\/\/\*\*\*@127\.0\.0\.1:1\/signals\. No PostgreSQL server answers there\..+$/,
    ],
  ];

  it.each(cases)('says so in a sentence that names the fix: %s', async (_name, given, words) => {
    const { code, said } = await start(given());
    expect(code).toBe(1);
    expect(said.trim()).toMatch(words);
    expect(said).not.toMatch(/geheim|^\s+at /m);
  });
});

describe('a port', () => {
  it('that another program has is named, with what to do', async () => {
    const { listen } = await import('../../src/server/listen.ts');
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      }),
    );
    await expect(listen(() => undefined, { port, host: '127.0.0.1' })).rejects.toThrow(
      `PORT is ${port}, which another program`,
    );
    other.close();
  });
});
