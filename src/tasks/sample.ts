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
      const done = await loadSample(config);
      console.log(done ? 'The sample is there.' : 'There are buurten already: nothing was added.');
    }),
});
