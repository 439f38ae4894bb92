import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger };

/** Names of errors that the language itself throws: their messages speak of code, never of what somebody typed. */
const OUR_FAULT = new Set(['TypeError', 'ReferenceError', 'ConfigError']);

/**
 * An error without what a visitor typed. Messages of databases and parsers quote their input (an e-mail address, a signal),
 * so only the place in the code is kept, and the chain of causes.
 */
export function bareError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...(OUR_FAULT.has(error.name) && { message: error.message }),
    at: frames.slice(0, 8).map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: bareError(error.cause) }),
  };
}

/** JSON lines on standard output. Written together, at least once a second: a line each would cost more than the page. */
export function openLog(
  destination: DestinationStream = pino.destination({ sync: false, minLength: 16_000, periodicFlush: 1_000 }),
): Logger {
  return pino({ base: null, formatters: { level: (label) => ({ level: label }) } }, destination);
}
