import { defineCommand } from 'citty';
import { withApp } from './with-app.ts';

export default defineCommand({
  meta: {
    name: 'send-mail',
    description: 'Write what is due and send the mail that waits (the server does this by its own clock)',
  },
  run: () =>
    withApp(async ({ signUps, remindOrganisers, outbox, organiserOutbox }) => {
      await signUps.reconcilePlaces();
      await signUps.settle();
      await signUps.sendNews();
      await remindOrganisers();
      for (const post of [outbox, organiserOutbox]) {
        const { sent, failed } = await post.sendDue();
        const { waiting } = await post.state();
        console.log(
          `To ${post === outbox ? 'residents' : 'organisers'}: ${sent} sent, ${failed} not sent now, ${waiting} waiting.`,
        );
      }
    }),
});
