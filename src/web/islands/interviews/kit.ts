import type { KitView } from '../../views/interviews/kit.ts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether it is what this version of the page understands; it was made by the portal, so its inside is not looked at again. */
export const isKit = (value: unknown): value is KitView =>
  isRecord(value) && value['form'] === 1 && Array.isArray(value['buurten']) && Array.isArray(value['lists']);

export type KitAnswer =
  | { readonly state: 'fresh'; readonly kit: KitView }
  /** `refused`: `message` says why, in words of the portal. `away`: no network, or the portal has a problem. */
  | { readonly state: 'logged-out' | 'away' }
  | { readonly state: 'refused'; readonly message: string };

const PATIENCE_MS = 20_000;

/** Asks the portal for what a phone takes along. */
export async function fetchKit(address: string): Promise<KitAnswer> {
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 401) return { state: 'logged-out' };
    const answer: unknown = await response.json();
    if (response.ok && isKit(answer)) return { state: 'fresh', kit: answer };
    if (isRecord(answer) && typeof answer['message'] === 'string' && response.status < 500)
      return { state: 'refused', message: answer['message'] };
    return { state: 'away' };
  } catch {
    return { state: 'away' };
  }
}
