import { ok, refused, type Result } from '../kernel/index.ts';
import type { SignUpsNeeds } from './needs.ts';
import { signUpInStopWord } from './personal-link.ts';

/**
 * No report by mail any more, by the one-click link of a mail program (RFC 8058). Doing it twice is fine, also when the
 * sign-up was forgotten meanwhile: nobody gets that letter any more either way.
 */
export const makeStopReport =
  ({ signUps, secretKey }: Pick<SignUpsNeeds, 'signUps' | 'secretKey'>) =>
  async (word: string): Promise<Result<null, 'unknown-link'>> => {
    const signUpId = signUpInStopWord(secretKey, word);
    if (signUpId === undefined) return refused('unknown-link');
    await signUps.stopReport(signUpId);
    return ok(null);
  };
