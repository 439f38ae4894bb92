import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, SETTING_NAMES } from './config.ts';

const dataDir = () => mkdtempSync(join(tmpdir(), 'config-'));

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig({ DATA_DIR: dataDir(), ...env });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('the configuration', () => {
  it('needs nothing: files in a data folder, mail in a folder, only this machine', () => {
    const folder = dataDir();
    expect(readConfig({ DATA_DIR: folder })).toMatchObject({
      port: 4321,
      host: '127.0.0.1',
      baseUrl: 'http://localhost:4321',
      sample: true,
      smtpUrl: null,
      mailDir: join(folder, 'mail'),
      realms: {
        published: { sqlite: join(folder, 'published.sqlite') },
        signals: { sqlite: join(folder, 'signals.sqlite') },
      },
      trustedProxies: [],
      forgetAfterDays: 14,
      signalThreshold: 5,
      silentAfterDays: 60,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ DATA_DIR: dataDir(), PORT: ' ', SMTP_URL: '' })).toMatchObject({ port: 4321, smtpUrl: null });
  });

  it('puts a realm on PostgreSQL when its address is given, and leaves the others in files', () => {
    const { realms } = readConfig({
      DATA_DIR: dataDir(),
      DATABASE_URL_RESIDENTS: 'postgres://portal:secret@localhost/residents',
    });
    expect(realms.residents).toEqual({ postgres: 'postgres://portal:secret@localhost/residents' });
    expect(realms.signals).toHaveProperty('sqlite');
  });

  it('names every wrong setting at once, with what was given and an example', () => {
    expect(problemsOf({ PORT: '80a', SAMPLE: 'yes', BASE_URL: 'https://buurt.example/portal' })).toEqual([
      'PORT is "80a". Give a whole number from 0 to 65535, for example 4321.',
      'BASE_URL is "https://buurt.example/portal". Give the public origin without a path, for example https://buurtbalans.example.',
      'SAMPLE is "yes". Write on or off.',
    ]);
  });

  it.each([
    ['DATABASE_URL_SIGNALS', 'postgres://portal:geheim@localhost/'],
    ['DATABASE_URL_SIGNALS', 'geheim'],
    ['SMTP_URL', 'http://portal:geheim@mail.example.org'],
    ['SECRET_KEY', 'geheim'],
  ])('never repeats a password: %s=%s', (name, given) => {
    const problems = problemsOf({ [name]: given }).join();
    expect(problems).toContain(name);
    expect(problems).not.toContain('geheim');
  });

  it('refuses two realms in one database', () => {
    const twice = { DATABASE_URL_RESIDENTS: 'postgres://a:x@db/one', DATABASE_URL_SIGNALS: 'postgres://b:y@db/one' };
    expect(problemsOf(twice)).toEqual([
      'DATABASE_URL_SIGNALS and DATABASE_URL_RESIDENTS name the same database. Each realm needs a database of its own.',
    ]);
  });

  it('sees that it is one database, however the server is written', () => {
    const twice = {
      DATABASE_URL_RESIDENTS: 'postgres://a:x@localhost/one',
      DATABASE_URL_SIGNALS: 'postgres://b:y@127.0.0.1:5432/one',
    };
    expect(problemsOf(twice)).toHaveLength(1);
    const apart = { ...twice, DATABASE_URL_SIGNALS: 'postgres://b:y@127.0.0.1:5433/one' };
    expect(problemsOf(apart)).toEqual([]);
  });

  it.each(['10.0.0.0/33', 'proxy.example', '::1/129', '10.0.0.1,', '10.0.0.0/8/8'])(
    'refuses %s as a trusted proxy',
    (given) => {
      expect(problemsOf({ TRUSTED_PROXY: given })).toHaveLength(1);
    },
  );

  it.each(['a@b.nl\r\nBcc: c@d.nl', 'Piet', 'a@b.nl, c@d.nl', 'Piet <a b@c.nl>'])('refuses %j as a sender', (given) => {
    expect(problemsOf({ MAIL_FROM: given })).toHaveLength(1);
  });

  it('makes a secret key once, that only the owner can read', () => {
    const folder = dataDir();
    const first = readConfig({ DATA_DIR: folder }).secretKey;
    expect(first).toHaveLength(43);
    expect(readConfig({ DATA_DIR: folder }).secretKey).toBe(first);
    expect(statSync(join(folder, 'secret-key')).mode & 0o777).toBe(0o600);
  });

  it('writes no key to disk when one is given', () => {
    const folder = dataDir();
    readConfig({ DATA_DIR: folder, SECRET_KEY: 'k'.repeat(32) });
    expect(existsSync(join(folder, 'secret-key'))).toBe(false);
  });

  it('is told in the README, every setting of it', () => {
    const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
    expect(SETTING_NAMES.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});
