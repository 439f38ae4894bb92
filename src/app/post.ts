import type { Account } from '../domain/accounts/index.ts';
import { newId } from '../domain/kernel/index.ts';
import { makeForgetOrganiserLetters, makeRemindOrganisers } from '../domain/organiser-post/index.ts';
import { makeOutbox } from '../domain/outbox/index.ts';
import { makeSignUps } from '../domain/sign-ups/index.ts';
import { makeLetterWriter } from '../mail/index.ts';
import { translate } from '../web/translate.ts';
import { makeSignUpLetters } from '../web/views/letters/sign-ups.ts';
import { makeOrganiserLetters } from '../web/views/letters/organisers.ts';
import type { Wiring } from './realms.ts';

/** Sign-ups and their post. Of the published realm they get meetings to read, and the door *places left*. */
export function residentsUses({ realms: { residents, published }, config, now, report, record, mailer }: Wiring) {
  const outbox = makeOutbox({
    outbox: residents.outbox,
    send: (letter, id) => mailer.send(letter, id),
    now,
    report,
  });
  const signUps = makeSignUps({
    signUps: residents.signUps,
    meetings: published.meetings,
    now,
    newId,
    secretKey: config.secretKey,
    forgetAfterDays: config.forgetAfterDays,
    remindHoursBefore: config.remindHoursBefore,
    reports: published.reports,
    letter: makeSignUpLetters({ write: makeLetterWriter(), origin: config.baseUrl, t: translate }),
    record,
    report,
    wake: () => outbox.wake(),
  });
  return { signUps, outbox };
}

/** Letters to organisers. Of the published realm they get meetings, reports and buurten to read. */
export function organiserUses({ realms: { professionals, published }, config, now, report, mailer }: Wiring) {
  const outbox = makeOutbox({
    outbox: professionals.outbox,
    send: (letter, id) => mailer.send(letter, id),
    now,
    report,
  });
  const remindOrganisers = makeRemindOrganisers({
    store: professionals.organiserPost,
    meetings: published.meetings,
    reports: published.reports,
    buurten: published.buurten,
    async organisersOf(buurtId) {
      const accounts = await professionals.accounts.list();
      return accounts
        .filter(({ passwordHash, ...account }) => passwordHash !== null && isOrganiserOf(account, buurtId))
        .map(({ id, name, email }) => ({ accountId: id, name, email }));
    },
    letter: makeOrganiserLetters({
      write: makeLetterWriter(),
      origin: config.baseUrl,
      portal: config.siteName,
      reportWithinDays: config.reportWithinDays,
    }),
    now,
    wake: () => outbox.wake(),
  });
  const forgetOrganiserLetters = makeForgetOrganiserLetters({ store: professionals.organiserPost, now });
  return { organiserOutbox: outbox, remindOrganisers, forgetOrganiserLetters };
}

const isOrganiserOf = ({ grants }: Pick<Account, 'grants'>, buurtId: string): boolean =>
  grants.some((grant) => grant.role === 'organiser' && grant.buurtId === buurtId);
