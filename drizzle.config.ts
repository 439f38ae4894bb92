import { defineConfig } from 'drizzle-kit';

// REALM=residents ENGINE=postgres npx drizzle-kit generate --name what-changes
const realm = process.env['REALM'] ?? 'published';
const engine = process.env['ENGINE'] ?? 'sqlite';

export default defineConfig({
  dialect: engine === 'sqlite' ? 'sqlite' : 'postgresql',
  schema: `./src/storage/${realm}/schema.${engine}.ts`,
  out: `./db/${realm}/${engine}`,
});
