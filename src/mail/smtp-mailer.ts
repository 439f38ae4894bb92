import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'astro/zod';
import nodemailer from 'nodemailer';
import type { Letter } from '../domain/kernel/index.ts';
import { messageOf } from './message.ts';

/** How sending ended, in the shape that the outbox asks for. `problem` never holds an address: a server's own words may. */
export type MailOutcome =
  { readonly kind: 'sent' } | { readonly kind: 'refused' | 'later' | 'unreachable'; readonly problem: string };

export interface Mailer {
  send(letter: Letter, id: string): Promise<MailOutcome>;
  close(): void;
}

export interface SmtpOptions {
  /** `smtp://user:password@host:port` (TLS as soon as the server offers it) or `smtps://…` (TLS from the first byte). */
  readonly url: string;
  readonly from: string;
  /** How long a silent server is waited for, in milliseconds. */
  readonly patienceMs?: number;
}

const mistake = z.object({
  code: z.string().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
});

/** What a failure means for this letter, by the SMTP reply (RFC 5321, 4.2.1: 4xx may be mended by waiting, 5xx not). */
function outcomeOf(error: unknown): MailOutcome {
  const { code = 'error', command = '', responseCode } = mistake.catch({}).parse(error);
  const problem = [code, command, responseCode].filter(Boolean).join(' ');
  // RCPT and DATA are about this letter and its reader; anything else (sender, password, connection) is about us and the server.
  const aboutLetter = ['RCPT TO', 'DATA'].includes(command) && ['EENVELOPE', 'EMESSAGE'].includes(code);
  if (!aboutLetter || responseCode === undefined) return { kind: 'unreachable', problem };
  return { kind: responseCode >= 500 ? 'refused' : 'later', problem };
}

function connectionOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const auth =
    username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } };
  return { host: hostname, port: port === '' ? (secure ? 465 : 587) : Number(port), secure, ...auth };
}

/** Sends by SMTP, a connection for each letter. */
export function makeSmtpMailer({ url, from, patienceMs = 20_000 }: SmtpOptions): Mailer {
  const transport = nodemailer.createTransport({
    ...connectionOf(url),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
  });
  const late = { kind: 'unreachable', problem: 'ETIMEDOUT' } as const;

  return {
    async send(letter, id) {
      const giveUp = new AbortController();
      try {
        const sending = transport.sendMail(messageOf(letter, { id, from })).then(
          () => ({ kind: 'sent' }) as const,
          (error: unknown) => outcomeOf(error),
        );
        // A server that sends one byte now and then is never silent: there is a limit to the whole as well.
        const limit = pause(4 * patienceMs, late, { signal: giveUp.signal }).catch(() => late);
        return await Promise.race([sending, limit]);
      } finally {
        giveUp.abort();
      }
    },
    close: () => {
      transport.close();
    },
  };
}
