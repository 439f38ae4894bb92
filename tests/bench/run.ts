/** `npm run bench`: how fast the portal is, as ratios to the least that could do the same, in one run on this machine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { measureDesk } from './desk.ts';
import { serve } from './process.ts';
import { measurePublishing } from './publishing.ts';
import { print } from './report.ts';
import { measureServing } from './serving.ts';
import { measureWriting } from './writing.ts';

const root = join(import.meta.dirname, '../..');
const PORT = 4461;
const folder = mkdtempSync(join(tmpdir(), 'buurtbalans-bench-'));
const env = { ...process.env, DATA_DIR: folder, PORT: String(PORT), BASE_URL: `http://127.0.0.1:${PORT}` };

const portal = await serve([join(root, 'src/serve.ts')], PORT, env);
const config = readConfig(env);
const app = openApp(config);
try {
  const path = '/buurten/h-buurt';
  const bare = await serve(
    [join(import.meta.dirname, 'bare-server.ts'), portal.url + path, String(PORT + 1)],
    PORT + 1,
  );
  print(`Serving ${path}`, await measureServing({ portal, bare, path }));
  await bare.stop();
  print('Publishing', await measurePublishing(app, portal));
  print('Writing', await measureWriting(app, folder));
  print('At the signal desk', await measureDesk(app));
} finally {
  await app.close();
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
}
