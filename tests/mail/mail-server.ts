import { once } from 'node:events';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A real mail server on this machine, that keeps what it took. */
export interface MailServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly taken: readonly TakenMail[];
}

export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came over the line, headers and all. */
  readonly raw: string;
}

const addressOf = (address: { address: string } | false | null | undefined) => (address ? address.address : '');

interface Given extends SMTPServerOptions {
  readonly port?: number;
  /** Answers DATA never: as a server that hangs. */
  readonly stalls?: boolean;
  /** Answers DATA with this. */
  readonly refusesData?: { readonly code: number; readonly words: string };
}

export const reply = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code });

/** Starts one on a free port (or on `port`, for a server that comes back). */
export async function aMailServer({
  port = 0,
  stalls = false,
  refusesData,
  ...options
}: Given = {}): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (stalls) return;
        if (refusesData) {
          done(reply(refusesData.code, refusesData.words));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({
          from: addressOf(mailFrom),
          to: rcptTo.map(addressOf),
          raw: Buffer.concat(parts).toString('utf8'),
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return {
    url: `smtp://127.0.0.1:${actual}`,
    port: actual,
    taken,
    async [Symbol.asyncDispose]() {
      for (const connection of server.connections) connection.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
