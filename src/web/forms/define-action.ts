import { ActionError, defineAction as define, type ActionAPIContext } from 'astro:actions';
import { refusal } from './refusals.ts';

/**
 * Astro's defineAction, for acts that may fail by no fault of the visitor (a full disk, a database that is away). Astro itself
 * swallows such an error: here the log gets it, and the page says that it was us.
 */
export const defineAction: typeof define = (options) => define({ ...options, handler: watched(options.handler) });

function watched<Handler>(handler: Handler): Handler {
  if (typeof handler !== 'function') return handler;
  const watching = async (input: unknown, context: ActionAPIContext): Promise<unknown> => {
    try {
      const answer: unknown = await Reflect.apply(handler, undefined, [input, context]);
      return answer;
    } catch (error) {
      if (error instanceof ActionError) throw error;
      context.locals.failure = error;
      throw refusal('INTERNAL_SERVER_ERROR', 'common.failed.kept');
    }
  };
  return watching as Handler;
}
