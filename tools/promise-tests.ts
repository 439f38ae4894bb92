import ts from 'typescript';

export interface PromiseTest {
  /** `P7`. */
  readonly id: string;
  readonly title: string;
}

/** `it` or `test`, also as `it.each(…)`; not one that never runs or may fail. */
function isTest(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return callee.text === 'it' || callee.text === 'test';
  if (ts.isCallExpression(callee)) return isEach(callee.expression);
  return false;
}

const isEach = (callee: ts.Expression): boolean =>
  ts.isPropertyAccessExpression(callee) &&
  ['each', 'for', 'prop'].includes(callee.name.text) &&
  isTest(callee.expression);

function titleOf(call: ts.CallExpression): string | undefined {
  const [first] = call.arguments;
  if (first === undefined || !isTest(call.expression)) return undefined;
  if (ts.isStringLiteralLike(first)) return first.text;
  return ts.isTemplateExpression(first) ? first.head.text : undefined;
}

/** The tests in a file whose names begin with the id of a promise. Reads the code, so that a comment is no test. */
export function promiseTests(code: string): PromiseTest[] {
  const found: PromiseTest[] = [];
  const visit = (node: ts.Node): void => {
    const title = ts.isCallExpression(node) ? titleOf(node) : undefined;
    const id = /^(P\d+): ./.exec(title ?? '')?.[1];
    if (title !== undefined && id !== undefined) found.push({ id, title });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('test.ts', code, ts.ScriptTarget.Latest));
  return found;
}
