import { defineCommand } from 'citty';
import { withApp } from './with-app.ts';

export default defineCommand({
  meta: { name: 'forget', description: 'Delete what may no longer be kept (the server does this every hour)' },
  run: () =>
    withApp(async (app, { forgetAfterDays }) => {
      const count = await app.forget();
      console.log(`${count} sign-ups forgotten, of meetings more than ${forgetAfterDays} days ago.`);
    }),
});
