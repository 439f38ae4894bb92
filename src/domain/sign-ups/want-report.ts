import { ok, refused, type Result } from '../kernel/index.ts';
import { hashOf } from './personal-link.ts';
import type { SignUpStore } from './sign-up-store.ts';

/** The tick on the personal page: the report by mail, or not. Doing it twice changes nothing. */
export const makeWantReport =
  ({ signUps }: { readonly signUps: Pick<SignUpStore, 'findByLink' | 'wantReport' | 'stopReport'> }) =>
  async (secret: string, wants: boolean): Promise<Result<null, 'unknown-link'>> => {
    const standing = await signUps.findByLink(hashOf(secret));
    if (!standing) return refused('unknown-link');
    const { id } = standing.signUp;
    await (wants ? signUps.wantReport(id) : signUps.stopReport(id));
    return ok(null);
  };
