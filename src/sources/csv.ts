import { parse } from 'csv-parse/sync';
import { z } from 'astro/zod';
import { BadFile } from './bad-file.ts';

const records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** The delimiter that occurs most in the first lines. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 4000);
  const count = (one: string) => head.split(one).length;
  return [';', ',', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** The rows of a table, with the line in the file of each; `delimiter` is found out. Refuses what is no whole table. */
export function parseCsv(text: string): z.infer<typeof records> {
  try {
    const parsed: unknown = parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return records.parse(parsed);
  } catch (error) {
    throw new BadFile(`it is not a whole CSV table: ${error instanceof Error ? error.message : String(error)}`);
  }
}
