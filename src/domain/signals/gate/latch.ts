/**
 * Closes at one value and opens again only at a lower one, so that a form does not open and close with every signal.
 * The answer: whether it is closed at `value`.
 */
export function makeLatch(closeAt: number, openBelow: number): (value: number) => boolean {
  let closed = false;
  return (value) => {
    closed = closed ? value >= openBelow : value >= closeAt;
    return closed;
  };
}
