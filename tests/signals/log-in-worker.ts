/**
 * Makes an account with a role in the portal of DATA_DIR and logs it in: `node tests/signals/log-in-worker.ts desk`.
 * Prints the session cookie as `name=value`. A process of its own, as a task would be.
 */
import { TOTP, Secret } from 'otpauth';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';

const role = process.argv[2] ?? '';
const app = openApp(readConfig());
const email = `${role}-${Date.now()}@example.org`;
const added = await app.accounts.add({ kind: 'system', name: 'test' }, { email, name: 'Dina', role, buurten: [] });
if (!added.ok || added.value.link === null) throw new Error(added.ok ? 'no link' : added.reason);
const secret = added.value.link.split('/').at(-1) ?? '';
const invitation = await app.accounts.openInvitation(secret);
if (!invitation.ok) throw new Error(invitation.reason);
const code = new TOTP({ secret: Secret.fromBase32(invitation.value.totpSecret) }).generate();
const accepted = await app.accounts.acceptInvitation({
  ...{ secret, name: 'Dina', email, code },
  password: 'vier losse woorden samen',
});
if (!accepted.ok) throw new Error(JSON.stringify(accepted));
console.log(accepted.value.cookie.split(';')[0]);
await app.close();
