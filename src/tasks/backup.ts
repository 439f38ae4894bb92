import { defineCommand } from 'citty';
import { fail, withApp } from './with-app.ts';

export default defineCommand({
  meta: { name: 'backup', description: 'Copy the databases to DATA_DIR/backups (SQLite; the server may run on)' },
  run: () =>
    withApp(async (app, { realms, backupKeepDays }) => {
      if (Object.values(realms).some((target) => 'postgres' in target))
        fail(
          'A realm is kept in PostgreSQL: make its backup with pg_dump, and delete that after ' +
            `${backupKeepDays} days (BACKUP_KEEP_DAYS), as the pages promise.`,
        );
      const made = await app.backup();
      console.log(`Copied to ${made}. It is deleted by itself after ${backupKeepDays} days.`);
      console.log('Keep the secret key of the portal (SECRET_KEY, or DATA_DIR/secret-key) apart from it.');
    }),
});
