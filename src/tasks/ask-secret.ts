import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Takes what readline would show of the typing, and shows nothing. */
const silence = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** Asks on the terminal, without showing what is typed. */
async function askTerminal(question: string): Promise<string> {
  process.stdout.write(question);
  const terminal = createInterface({ input: process.stdin, output: silence(), terminal: true });
  // Control-C or control-D: nothing is chosen, and nothing happens.
  const stop = () => process.exit(130);
  terminal.once('close', stop);
  const answer = await terminal.question('');
  terminal.off('close', stop);
  terminal.close();
  process.stdout.write('\n');
  return answer;
}

/** Lines of standard input, one for each question; what is missing is empty. */
async function linesOfInput(): Promise<() => string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(Buffer.from(part));
  const lines = Buffer.concat(parts).toString('utf8').split(/\r?\n/);
  return () => lines.shift() ?? '';
}

export interface Asking {
  /** Somebody sits at a terminal; otherwise the answers are the lines of standard input. */
  readonly isTerminal: boolean;
  ask(question: string): Promise<string>;
}

/** How a task asks for secrets: never as an option of the command, where the history of the shell and other users see them. */
export async function askingSecrets(): Promise<Asking> {
  if (process.stdin.isTTY) return { isTerminal: true, ask: askTerminal };
  const next = await linesOfInput();
  return { isTerminal: false, ask: () => Promise.resolve(next()) };
}
