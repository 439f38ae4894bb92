import { defineCommand } from 'citty';
import { withApp } from './with-app.ts';

export default defineCommand({
  meta: { name: 'forget', description: 'Delete what may no longer be kept (the server does this every hour)' },
  run: () =>
    withApp(async (app, { forgetAfterDays, signalKeepWeeks, backupKeepDays }) => {
      const { signUps, signals, backups } = await app.forget();
      console.log(`${signUps} sign-ups forgotten, of meetings more than ${forgetAfterDays} days ago.`);
      console.log(`${signals} signals forgotten, of ${signalKeepWeeks} weeks ago or more.`);
      console.log(`${backups} backups deleted, older than ${backupKeepDays} days.`);
    }),
});
