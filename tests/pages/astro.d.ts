/** For plain tsc, which does not read .astro; `astro check` knows the real thing. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
