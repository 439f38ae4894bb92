import type { ActionAPIContext, ActionError } from 'astro:actions';
import { z } from 'astro/zod';
import type { AcceptanceMistake, AddAccountOutcome, ChangePasswordOutcome } from '../domain/accounts/index.ts';
import { ROLES } from '../domain/kernel/index.ts';
import { defineAction } from '../web/forms/define-action.ts';
import { fieldMistakes, refusal } from '../web/forms/refusals.ts';
import type { MessageKey } from '../web/translate.ts';

/** Longer than any field needs; what is longer is refused, not cut off. */
const LONG = 1_000;
const text = (missing: MessageKey) =>
  z.string({ error: missing }).max(LONG, { error: 'accounts.error.long' satisfies MessageKey });
/** May be left empty. */
const anyText = z
  .string()
  .max(LONG, { error: 'accounts.error.long' satisfies MessageKey })
  .nullish()
  .transform((value) => value ?? '');

/** A quarter of an hour is what most limits take; the sentence for the hour is for a door that many try. */
const tooMany = (waitSeconds: number) =>
  refusal('TOO_MANY_REQUESTS', waitSeconds <= 15 * 60 ? 'accounts.error.waitQuarter' : 'accounts.error.waitHour');

const app = ({ locals }: ActionAPIContext) => locals.app.accounts;

const ACCEPTANCE = {
  name: { missing: 'accounts.error.name', 'too-long': 'accounts.error.nameLong' },
  email: { 'not-an-address': 'accounts.error.email', taken: 'accounts.error.emailTaken' },
  code: { wrong: 'accounts.error.newCode' },
} as const;

const PASSWORD = {
  'too-short': 'accounts.error.passwordShort',
  'too-long': 'accounts.error.passwordLong',
  'too-common': 'accounts.error.passwordCommon',
  'own-address': 'accounts.error.passwordOwn',
} as const;

function sayMistake(mistake: AcceptanceMistake): { field: string; message: MessageKey } {
  switch (mistake.field) {
    case 'password':
      return { field: 'password', message: PASSWORD[mistake.problem] };
    case 'name':
      return { field: 'name', message: ACCEPTANCE.name[mistake.problem] };
    case 'email':
      return { field: 'email', message: ACCEPTANCE.email[mistake.problem] };
    case 'code':
      return { field: 'code', message: ACCEPTANCE.code[mistake.problem] };
  }
}

function refusedPassword(outcome: Extract<ChangePasswordOutcome, { ok: false }>): ActionError {
  switch (outcome.reason) {
    case 'too-many':
      return tooMany(outcome.waitSeconds);
    case 'forbidden':
      return refusal('FORBIDDEN', 'common.forbidden.text');
    case 'wrong-password':
      return fieldMistakes([{ field: 'current', message: 'accounts.error.currentWrong' }]);
    default:
      return fieldMistakes([{ field: 'password', message: PASSWORD[outcome.reason] }]);
  }
}

const NOT_ADDED = {
  'bad-email': { field: 'email', message: 'accounts.error.email' },
  'name-too-long': { field: 'name', message: 'accounts.error.nameLong' },
  'unknown-role': { field: 'role', message: 'accounts.error.role' },
  'buurt-missing': { field: 'buurten', message: 'accounts.error.buurtMissing' },
  'buurt-not-asked': { field: 'buurten', message: 'accounts.error.buurtNotAsked' },
  'unknown-buurt': { field: 'buurten', message: 'accounts.error.buurtUnknown' },
} as const;

const refusedAccount = ({ reason }: Extract<AddAccountOutcome, { ok: false }>): ActionError =>
  reason === 'forbidden' ? refusal('FORBIDDEN', 'common.forbidden.text') : fieldMistakes([NOT_ADDED[reason]]);

type NotChanged = 'forbidden' | 'unknown' | 'last-administrator';

const NOT_CHANGED: Readonly<Record<NotChanged, Parameters<typeof refusal>>> = {
  forbidden: ['FORBIDDEN', 'common.forbidden.text'],
  unknown: ['NOT_FOUND', 'accounts.error.accountGone'],
  'last-administrator': ['CONFLICT', 'accounts.error.lastAdministrator'],
};

const notChanged = (reason: NotChanged): ActionError => refusal(...NOT_CHANGED[reason]);

const accountId = z.string({ error: 'accounts.error.accountGone' satisfies MessageKey });

/** Logging in and out, and who may. A cookie in an answer is for the page to set. */
export const accounts = {
  logIn: defineAction({
    accept: 'form',
    input: z.object({
      email: text('accounts.error.emailMissing'),
      password: text('accounts.error.passwordMissing'),
      code: text('accounts.error.codeMissing'),
      back: anyText,
    }),
    handler: async ({ back, ...form }, context) => {
      const outcome = await app(context).logIn({ ...form, address: context.clientAddress });
      if (outcome.ok) return { cookie: outcome.value.cookie, back };
      throw outcome.reason === 'too-many'
        ? tooMany(outcome.waitSeconds)
        : refusal('UNPROCESSABLE_CONTENT', 'accounts.error.noMatch');
    },
  }),

  logOut: defineAction({
    accept: 'form',
    handler: (_, context) => {
      // Who logs out of the portal closes the desk.
      context.locals.app.signals.keys.close(context.locals.sessionId);
      return app(context).logOut(context.locals.actor, context.locals.sessionId);
    },
  }),

  logOutEverywhere: defineAction({
    accept: 'form',
    handler: (_, context) => {
      context.locals.app.signals.keys.closeAllOf(context.locals.actor);
      return app(context).logOutEverywhere(context.locals.actor);
    },
  }),

  accept: defineAction({
    accept: 'form',
    input: z.object({
      name: anyText,
      email: anyText,
      password: text('accounts.error.newPasswordMissing'),
      code: text('accounts.error.newCodeMissing'),
      secret: text('accounts.error.linkGone'),
    }),
    handler: async (form, context) => {
      const outcome = await app(context).acceptInvitation(form);
      if (outcome.ok) return { cookie: outcome.value.cookie };
      throw outcome.reason === 'gone'
        ? refusal('GONE', 'accounts.error.linkGone')
        : fieldMistakes(outcome.mistakes.map(sayMistake));
    },
  }),

  changePassword: defineAction({
    accept: 'form',
    input: z.object({
      current: text('accounts.error.currentMissing'),
      password: text('accounts.error.newPasswordMissing'),
    }),
    handler: async (form, context) => {
      const outcome = await app(context).changePassword(context.locals.actor, form);
      if (outcome.ok) return { cookie: outcome.value.cookie };
      throw refusedPassword(outcome);
    },
  }),

  add: defineAction({
    accept: 'form',
    input: z.object({
      email: text('accounts.error.emailMissing'),
      name: anyText,
      role: z.enum(ROLES, { error: 'accounts.error.role' satisfies MessageKey }),
      buurten: z.array(z.string().max(LONG)).default([]),
    }),
    handler: async (form, context) => {
      const outcome = await app(context).add(context.locals.actor, form);
      if (outcome.ok) return outcome.value;
      throw refusedAccount(outcome);
    },
  }),

  renew: defineAction({
    accept: 'form',
    input: z.object({ accountId }),
    handler: async (form, context) => {
      const outcome = await app(context).renewInvitation(context.locals.actor, form.accountId);
      if (outcome.ok) return outcome.value;
      throw notChanged(outcome.reason);
    },
  }),

  removeGrant: defineAction({
    accept: 'form',
    input: z.object({
      accountId,
      role: z.enum(ROLES, { error: 'accounts.error.role' satisfies MessageKey }),
      buurtId: z.string().max(LONG).nullish(),
    }),
    handler: async (form, context) => {
      const grant = { role: form.role, buurtId: form.buurtId ?? null };
      const outcome = await app(context).removeGrant(context.locals.actor, { accountId: form.accountId, grant });
      if (!outcome.ok) throw notChanged(outcome.reason);
      return grant;
    },
  }),

  remove: defineAction({
    accept: 'form',
    input: z.object({ accountId }),
    handler: async (form, context) => {
      const outcome = await app(context).remove(context.locals.actor, form.accountId);
      if (!outcome.ok) throw notChanged(outcome.reason);
      return { removed: true };
    },
  }),
};
