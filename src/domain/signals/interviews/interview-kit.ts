import type { Buurten } from '../../buurten/index.ts';
import { mayTakeInterviews, ok, refused, type Actor, type Result } from '../../kernel/index.ts';
import type { IntakeUses, SignalOffer } from '../intake/uses.ts';
import type { KeyStore, SealingKey } from '../sealing/key.ts';
import { portalKeyOf } from './portal-key.ts';
import type { QuestionList, QuestionListStore } from './question-list.ts';

/** What a phone takes along: all that is needed to take interviews without a network, and nothing that anybody said. */
export interface InterviewKit {
  /** What was said is sealed to this key: only the desk opens it. */
  readonly deskKey: SealingKey;
  /** The envelope round it is sealed to this one: the portal opens it. */
  readonly portalKey: Uint8Array;
  /** Only those that were not put away. */
  readonly lists: readonly Pick<QuestionList, 'id' | 'title' | 'questions'>[];
  readonly offers: readonly SignalOffer[];
}

export interface KitNeeds {
  readonly buurten: Pick<Buurten, 'list'>;
  readonly keyStore: Pick<KeyStore, 'active'>;
  readonly questionLists: Pick<QuestionListStore, 'list'>;
  readonly secretKey: string;
}

/** What an interviewer's phone needs; `no-key`: the desk has no key yet, so nothing can be sealed. */
export const makeInterviewKit =
  ({ buurten, keyStore, questionLists, secretKey }: KitNeeds, { offer }: Pick<IntakeUses, 'offer'>) =>
  async (actor: Actor): Promise<Result<InterviewKit, 'forbidden' | 'no-key'>> => {
    if (!mayTakeInterviews(actor)) return refused('forbidden');
    const deskKey = await keyStore.active();
    if (!deskKey) return refused('no-key');
    const lists = (await questionLists.list()).filter(({ archived }) => !archived);
    const offers = await Promise.all((await buurten.list()).map(({ slug }) => offer(slug)));
    return ok({
      deskKey,
      portalKey: portalKeyOf(secretKey).publicKey,
      lists: lists.map(({ id, title, questions }) => ({ id, title, questions })),
      offers: offers.filter((offered) => offered !== undefined),
    });
  };
