/** `npm run promises`, after `npm test`: keeps what that run showed with the code, so that every build can tell it. */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { KEPT_FILE, keptNow } from './kept-promises.ts';

const json = JSON.stringify(keptNow());
writeFileSync(KEPT_FILE, await format(json, { ...(await resolveConfig(KEPT_FILE)), parser: 'json' }));
