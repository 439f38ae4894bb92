import { createHash, createHmac, randomInt } from 'node:crypto';
import { z } from 'astro/zod';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

/**
 * PBKDF2 in small steps: browsers have it built in, outside the page's own thread, and it asks no WebAssembly or worker of the
 * page's strict policy. One step costs us about a millisecond when the form is made; judging a proof costs nothing.
 */
const ALGORITHM = 'PBKDF2/SHA-256';
const ITERATIONS = 2_000;
/** How many steps the browser takes: between these, chosen for each form. See decision 0013 for what was measured. */
const STEPS = { least: 100, most: 300 } as const;
/** From a crowded network, or when the hour is half full. */
const HARDER = 3;
const LONGEST = 3_000;

export interface ProofSecrets {
  readonly challenge: string;
  readonly solution: string;
}

export function proofSecrets(secretKey: string): ProofSecrets {
  const secretFor = (purpose: string) => createHmac('sha256', secretKey).update(purpose).digest('hex');
  return { challenge: secretFor('signal-proof-challenge'), solution: secretFor('signal-proof-solution') };
}

/** A challenge is good for one form: that of the token whose hash it carries. So it lasts as long, and is used up with it. */
const formOf = (token: string) => createHash('sha256').update(`proof\n${token}`).digest('base64url');

/** JSON, for the browser. */
export async function makeChallenge(
  token: string,
  { secrets, hard }: { readonly secrets: ProofSecrets; readonly hard: boolean },
): Promise<string> {
  const times = hard ? HARDER : 1;
  const challenge = await createChallenge({
    algorithm: ALGORITHM,
    cost: ITERATIONS,
    counter: randomInt(STEPS.least * times, STEPS.most * times),
    data: { form: formOf(token) },
    deriveKey,
    hmacSignatureSecret: secrets.challenge,
    hmacKeySignatureSecret: secrets.solution,
  });
  return JSON.stringify(challenge);
}

const proofShape = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal(ALGORITHM),
      nonce: z.string(),
      salt: z.string(),
      cost: z.literal(ITERATIONS),
      keyLength: z.literal(32),
      keyPrefix: z.string(),
      // Without it the library would work the key out again: work for us.
      keySignature: z.string().min(1),
      data: z.object({ form: z.string() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string().max(64) }),
});

/** Whether a browser did the work for the form with this token. Anything else is no proof, and no error either. */
export async function isGoodProof(token: string, proof: string, secrets: ProofSecrets): Promise<boolean> {
  if (proof === '' || proof.length > LONGEST) return false;
  const read = proofShape.safeParse(parsed(proof));
  if (!read.success || read.data.challenge.parameters.data.form !== formOf(token)) return false;
  const { verified } = await verifySolution({
    ...read.data,
    deriveKey,
    hmacSignatureSecret: secrets.challenge,
    hmacKeySignatureSecret: secrets.solution,
  });
  return verified;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
