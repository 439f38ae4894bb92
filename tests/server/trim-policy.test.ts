import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { trimPolicy } from '../../src/server/trim-policy.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (body: string, policy: string, type = 'text/html; charset=utf-8') => ({
  status: 200,
  headers: { 'content-type': type, 'content-security-policy': policy },
  body: Buffer.from(body),
});
const policyOf = (answer: ReturnType<typeof page>) => trimPolicy(answer).headers['content-security-policy'];

describe('the policy of a page', () => {
  it('keeps the hashes of what stands in the page, and drops the others', () => {
    const body = '<style>a{b:c}</style><script type="module">run()</script><script src="/x.js"></script>';
    const policy = `script-src 'self' ${hash('run()')} ${hash('other()')}; style-src 'self' ${hash('a{b:c}')} ${hash('')};`;
    expect(policyOf(page(body, policy))).toBe(
      `script-src 'self' ${hash('run()')}; style-src 'self' ${hash('a{b:c}')};`,
    );
  });

  it('never allows what Astro did not', () => {
    expect(policyOf(page('<script>evil()</script>', "script-src 'self';"))).toBe("script-src 'self';");
  });

  it('of what is no page stays as it is', () => {
    const policy = `script-src ${hash('x')}`;
    expect(policyOf(page('x', policy, 'text/plain'))).toBe(policy);
  });
});
