const MOST = 50;

/**
 * ESLint rule: a function says one thing, in at most 50 lines. Unlike max-lines-per-function it does not count the functions
 * inside it: a factory that gives a use case or a store is as long as what it makes, but each of those is short.
 * @type {import('eslint').Rule.RuleModule}
 */
export const smallFunctions = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { long: `This function has {{lines}} lines of its own; ${MOST} is the most. Give a part of it a name.` },
  },
  create(context) {
    /** Lines of functions inside the ones that are open now. */
    const inside = [];
    const leave = (node) => {
      const lines = node.loc.end.line - node.loc.start.line + 1;
      const own = lines - (inside.pop() ?? 0);
      if (own > MOST) context.report({ node, messageId: 'long', data: { lines: own } });
      if (inside.length > 0 && lines > 1) inside[inside.length - 1] += lines - 1;
    };
    const enter = () => inside.push(0);
    const kinds = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];
    return Object.fromEntries(
      kinds.flatMap((kind) => [
        [kind, enter],
        [`${kind}:exit`, leave],
      ]),
    );
  },
};
