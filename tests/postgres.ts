import { inject } from 'vitest';

/**
 * A fresh, empty database on a real PostgreSQL server; gives its URL. For `beforeAll` of a suite:
 *
 * ```ts
 * const residents = openResidents({ postgres: await aPostgresDatabase() });
 * await residents.database.migrate();
 * ```
 *
 * The first call of a test run starts the server (a few seconds); vitest stops it at the end, databases and all.
 * Dispose of what you open (`database[Symbol.asyncDispose]()`).
 */
export async function aPostgresDatabase(): Promise<string> {
  const response = await fetch(inject('postgresDesk'), { method: 'POST' });
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return answer;
}
