import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { messageOf } from './message.ts';
import type { Mailer } from './smtp-mailer.ts';

/**
 * Puts each letter in a folder, as `{id}.eml`, which any mail program opens: for trying things out, and where no mail
 * server has been set. The same letter twice is one file.
 */
export function makeFolderMailer({ folder, from }: { readonly folder: string; readonly from: string }): Mailer {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(letter, id) {
      const { message } = await transport.sendMail(messageOf(letter, { id, from }));
      if (!Buffer.isBuffer(message)) throw new TypeError('The letter was not made in memory');
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = id.replace(/[^\w-]/g, '_');
      const unfinished = join(folder, `.${name}.part`);
      await writeFile(unfinished, message, { mode: 0o600 });
      await rename(unfinished, join(folder, `${name}.eml`));
      return { kind: 'sent' };
    },
    close: () => {
      transport.close();
    },
  };
}
