import { defineCommand } from 'citty';
import { withApp } from './with-app.ts';

export default defineCommand({
  meta: { name: 'send-mail', description: 'Send the mail that waits (the server does this every ten seconds)' },
  run: () =>
    withApp(async ({ outbox }) => {
      const { sent, failed } = await outbox.sendDue();
      const { waiting } = await outbox.state();
      console.log(`${sent} sent, ${failed} not sent now, ${waiting} waiting.`);
    }),
});
