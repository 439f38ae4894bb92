/** What is wrong with the data folder, and how to mend it. Codes are those of the system (errno) and of SQLite. */
const FOLDER: Readonly<Record<string, string>> = {
  EACCES: 'where this user may not write. Give it that right, or choose another folder',
  EEXIST: 'which is a file. Give a folder',
  ENOTDIR: 'which is inside a file. Give a folder',
  ENOSPC: 'on a disk that is full. Make room, or choose another folder',
};
const LIKE: Readonly<Record<string, keyof typeof FOLDER>> = {
  EPERM: 'EACCES',
  EROFS: 'EACCES',
  SQLITE_CANTOPEN: 'EACCES',
  SQLITE_READONLY: 'EACCES',
  SQLITE_READONLY_DIRECTORY: 'EACCES',
  SQLITE_FULL: 'ENOSPC',
};
const DAMAGED = new Set(['SQLITE_NOTADB', 'SQLITE_CORRUPT']);

/** What is wrong with a database on a server. Codes are those of the system and of PostgreSQL (appendix A of its manual). */
const SERVER: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'No PostgreSQL server answers there. Start it, or mend the address',
  ENOTFOUND: 'That host is not known. Mend the address',
  EAI_AGAIN: 'That host cannot be found now. Mend the address, or the network',
  ETIMEDOUT: 'The server does not answer. Mend the address, or the network',
  EHOSTUNREACH: 'The server cannot be reached. Mend the address, or the network',
  '28P01': 'The server refuses this name and password. Mend them',
  '28000': 'The server refuses this role. Allow it in pg_hba.conf, or choose another',
  '3D000': 'The server has no database of that name. Make it, or mend the address',
  '42501': 'This role may not make tables there. Make it the owner of the database',
};

/** Drivers wrap errors: the code may be some causes deep, or in one of several attempts. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof AggregateError ? codeOf(error.errors[0]) : codeOf(error.cause);
}

/** In words why the data folder cannot be used; undefined when the error is about something else. */
export function unusableFolder(dataDir: string, error: unknown): string | undefined {
  const code = codeOf(error);
  const why = FOLDER[LIKE[code] ?? code];
  return why === undefined ? undefined : `DATA_DIR is ${JSON.stringify(dataDir)}, ${why}.`;
}

/** The same of a SQLite file in it. */
export function unusableFile(file: string, dataDir: string, error: unknown): string | undefined {
  if (!DAMAGED.has(codeOf(error))) return unusableFolder(dataDir, error);
  return `${JSON.stringify(file)} is damaged, or is no SQLite database. Keep it apart, and put its last backup in its place.`;
}

/** The same of a database on a server; `setting` is the variable that names it, `given` its value without password. */
export function unusableServer(setting: string, given: string, error: unknown): string | undefined {
  const why = SERVER[codeOf(error)];
  return why === undefined ? undefined : `${setting} is ${given}. ${why}.`;
}
