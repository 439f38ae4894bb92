/** `npm run task -- NAME`: what a person or cron starts. Without a name it says what there is. */
import { defineCommand, runMain } from 'citty';

await runMain(
  defineCommand({
    meta: { name: 'npm run task --', description: 'Tasks of the portal. They may run beside the server.' },
    subCommands: {
      'add-account': () => import('./add-account.ts').then((task) => task.default),
      backup: () => import('./backup.ts').then((task) => task.default),
      'desk-key': () => import('./desk-key.ts').then((task) => task.default),
      forget: () => import('./forget.ts').then((task) => task.default),
      migrate: () => import('./migrate.ts').then((task) => task.default),
      sample: () => import('./sample.ts').then((task) => task.default),
      'send-mail': () => import('./send-mail.ts').then((task) => task.default),
    },
  }),
);
