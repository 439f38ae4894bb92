import type { IncomingMessage } from 'node:http';
import { readAlong, readBody, type Body } from './body.ts';
import { makeRoom } from './room.ts';

/** A signal with its text alone: never waits for room. */
const TEXT = 64 * 1024;
/** With a photo that travels along from the check page. */
const SMALL = 1024 * 1024;
/** With a file straight from a phone: 12 MB (see domain/signals/photo), and the rest of the form. */
const LARGE = 13 * 1024 * 1024;
/** Larger ones are still read to their end, so that the browser shows our answer; up to here. */
const ENDLESS = 100 * 1024 * 1024;
/**
 * What all uploads together may hold in memory: some thirty photos as phones make them; and, so that who sends what was checked
 * waits for none of these, a hundred photos that travel along.
 */
const ROOM = { files: 128 * 1024 * 1024, travelling: 64 * 1024 * 1024 };
/** Milliseconds that one may wait in line, and that a form without a large file may take. */
const PATIENCE = { line: 45_000, text: 60_000 };

/** Milliseconds for a large form: a phone on a bad network still sends 64 KB a second. Who is slower keeps room from others. */
const patienceFor = (length: number) => 30_000 + length / 64;

/** Why the file of a form was left out; the page says it at the field. */
type LeftOut = 'file-too-large' | 'busy';

export interface Upload {
  readonly body: Body;
  /** Call it when the answer is made: until then the body is in memory. */
  readonly done: () => void;
}

/**
 * Takes in what is posted to the signal form: anybody may send a photo there. Only in memory, never in a file. When everybody
 * sends at once, a body waits in its connection until there is room. A file that is too large, or for which no room comes, is
 * left out while it passes; the rest of the form reaches the page, so that nothing typed gets lost.
 */
export function makeSignalUploads(size: Partial<typeof ROOM> = {}) {
  const { files, travelling } = { ...ROOM, ...size };
  const [room, smallRoom] = [makeRoom(files), makeRoom(travelling)];
  const nothing = () => undefined;

  /** Without a large file: nothing of it can be left out, so who finds no room in time has to send it again. */
  async function takeSmall(request: IncomingMessage, length: number): Promise<Upload> {
    const bytes = Math.min(length, SMALL);
    if (bytes <= TEXT) return { body: await readBody(request, SMALL, PATIENCE.text), done: nothing };
    if (!(await smallRoom.take(bytes, PATIENCE.line))) return { body: { kind: 'too-slow' }, done: nothing };
    return { body: await readBody(request, SMALL, PATIENCE.text), done: () => smallRoom.giveBack(bytes) };
  }

  return async (request: IncomingMessage): Promise<Upload> => {
    const type = request.headers['content-type'] ?? '';
    const length = Number(request.headers['content-length'] ?? LARGE);
    if (length <= SMALL || !type.startsWith('multipart/')) return takeSmall(request, length);
    if (length > LARGE) return { body: await readForm(request, 'file-too-large'), done: nothing };
    if (!(await room.take(length, PATIENCE.line))) return { body: await readForm(request, 'busy'), done: nothing };
    const done = () => room.giveBack(length);
    return { body: await readBody(request, length, patienceFor(length)), done };
  };
}

/** The form without its file. */
async function readForm(request: IncomingMessage, why: LeftOut): Promise<Body> {
  const read = await readAlong(request, { keep: SMALL, limit: ENDLESS, patience: patienceFor(LARGE) });
  if (read.kind !== 'whole') return read;
  const bytes = withoutFile(read.bytes, request.headers['content-type'] ?? '', why);
  return bytes ? { kind: 'whole', bytes } : { kind: 'too-large' };
}

/**
 * The parts of a form (RFC 7578) up to its file, and a last one that tells why the file is not there. Undefined when no file
 * begins in these bytes: then something else was too large.
 */
function withoutFile(bytes: Buffer, type: string, why: LeftOut): Buffer | undefined {
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type)?.slice(1).find(Boolean);
  if (boundary === undefined) return undefined;
  const file = startOfFile(bytes, `--${boundary}\r\n`);
  if (file === -1) return undefined;
  const told = `--${boundary}\r\nContent-Disposition: form-data; name="photoLeftOut"\r\n\r\n${why}\r\n--${boundary}--\r\n`;
  return Buffer.concat([bytes.subarray(0, file), Buffer.from(told, 'latin1')]);
}

/** Where the part begins that holds a file; -1 when there is none. */
function startOfFile(bytes: Buffer, divider: string): number {
  for (let at = bytes.indexOf(divider); at !== -1; at = bytes.indexOf(divider, at + divider.length)) {
    const head = bytes.subarray(at + divider.length, bytes.indexOf('\r\n\r\n', at)).toString('latin1');
    if (/^content-disposition:[^\r\n]*;\s*filename\*?=/im.test(head)) return at;
  }
  return -1;
}
