/** What somebody with an account may do. */
export const ROLES = ['administrator', 'organiser', 'desk', 'interviewer', 'professional'] as const;
export type Role = (typeof ROLES)[number];

/** Whether the text is the name of a role. */
export const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

/** A grant of a role; for organisers and professionals in one buurt, for the others everywhere (`buurtId` null). */
export interface Grant {
  readonly role: Role;
  readonly buurtId: string | null;
}

/** Who asks: nobody in particular, a person with an account, or the portal itself (a task, the clock). */
export type Actor =
  | { readonly kind: 'visitor' }
  | { readonly kind: 'account'; readonly accountId: string; readonly name: string; readonly grants: readonly Grant[] }
  | { readonly kind: 'system'; readonly name: string };

/** Nobody in particular: whoever has no session. */
export const VISITOR: Actor = { kind: 'visitor' };

const has = (actor: Actor, role: Role, buurtId: string | null = null): boolean =>
  actor.kind === 'account' &&
  actor.grants.some((grant) => grant.role === role && (buurtId === null || grant.buurtId === buurtId));

/** May change accounts, settings and every buurt. */
export const mayAdminister = (actor: Actor): boolean => actor.kind === 'system' || has(actor, 'administrator');

/** May write about this buurt, run its meetings and see who signed up. Administrators may not see sign-ups by this. */
export const mayOrganise = (actor: Actor, buurtId: string): boolean =>
  actor.kind === 'system' || has(actor, 'organiser', buurtId);

/** May change the texts of this buurt: its organisers, and administrators to set a buurt up. */
export const mayEdit = (actor: Actor, buurtId: string): boolean => mayOrganise(actor, buurtId) || mayAdminister(actor);

/** May read and decide on signals. Nobody else: not an organiser, not an administrator. */
export const mayReadSignals = (actor: Actor): boolean => has(actor, 'desk');

/** May take interviews for the signal desk and send them in; reads nothing of what was sent. */
export const mayTakeInterviews = (actor: Actor): boolean => has(actor, 'interviewer') || mayReadSignals(actor);
