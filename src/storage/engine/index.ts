export { allAnswer } from './all-answer.ts';
export { copyRows } from './copy-rows.ts';
export { postgresKit, sqliteKit, type Kit } from './kit.ts';
export { EMPTIED, letterColumns, makeLetterQueue, TOO_LATE } from './letter-queue.ts';
export { makePictureFiles, pictureFilesTable } from './picture-files.ts';
export { given, prepared } from './prepared.ts';
export type { RealmDatabase, RealmOptions, Session, WriteOptions } from './realm.ts';
export { openRealm, type RealmTarget } from './target.ts';
