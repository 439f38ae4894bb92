/** A request line that we can work with, or what is wrong with it. */
export type Address =
  | { readonly kind: 'good'; readonly path: string; readonly query: string }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'bad' };

const BAD: Address = { kind: 'bad' };

/**
 * Reads the address of a request. Bad: an encoding that is broken or hides a control character, a backslash, an empty
 * segment (`//evil.example/` would turn a redirect into a way out), a whole URL. Moved: a slash at the end.
 */
export function addressOf(target: string | undefined): Address {
  if (!target?.startsWith('/')) return BAD;
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  const query = mark === -1 ? '' : target.slice(mark);
  if (!isRight(path)) return BAD;
  if (path === '/' || !path.endsWith('/')) return { kind: 'good', path, query };
  return { kind: 'moved', to: path.slice(0, -1) + query };
}

function isRight(path: string): boolean {
  if (path.includes('//') || path.includes('#')) return false;
  try {
    const text = decodeURIComponent(path);
    return !/[\p{Cc}\\]/u.test(text) && text.split('/').every((segment) => segment !== '..' && segment !== '.');
  } catch {
    return false;
  }
}
