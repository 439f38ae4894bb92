import { getViteConfig } from 'astro/config';
import type { TestProjectInlineConfiguration } from 'vitest/config';

const project: TestProjectInlineConfiguration = {
  test: { name: 'pages', include: ['tests/pages/**/*.test.ts'], testTimeout: 20_000 },
};

export default getViteConfig(project);
