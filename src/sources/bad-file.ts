/** A file that cannot be read. The message says what is wrong, where, and how to mend it; thrown only inside src/sources. */
export class BadFile extends Error {}
