import { defineCommand } from 'citty';
import { loadSample } from './load-sample.ts';
import { withApp } from './with-app.ts';

export default defineCommand({
  meta: {
    name: 'sample',
    description: 'Fill an empty portal with the sample (npm start does this too, unless SAMPLE=off)',
  },
  run: () =>
    withApp(async (_app, config) => {
      const loaded = await loadSample(config);
      console.log(
        loaded
          ? `The sample is there. Its signals open with this passphrase, shown this once:\n${loaded.passphrase}`
          : 'There are buurten already: nothing was added.',
      );
    }),
});
