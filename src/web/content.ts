import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'astro/zod';
import type { PageLanguage } from './translate.ts';

/** The words that an editor may change without touching code. The server goes to its own folder first. */
const FOLDER = resolve('content');

/** A text from content/: `key: value` lines between two lines of `---`, then Markdown. */
interface ContentFile {
  readonly slug: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly body: string;
}

function parse(path: string, slug: string): ContentFile {
  const [, head, body] = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s.exec(readFileSync(path, 'utf8')) ?? [];
  if (head === undefined || body === undefined) {
    throw new Error(`${path} must begin with a line "---", lines "name: value", and again "---"`);
  }
  const fields = head.split(/\r?\n/).map((line) => {
    const colon = line.indexOf(':');
    if (colon < 1) throw new Error(`${path}: "${line}" must be "name: value"`);
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const;
  });
  return { slug, fields: Object.fromEntries(fields), body: body.trim() };
}

function checked<Shape extends z.ZodType>(file: ContentFile, folder: string, shape: Shape): z.infer<Shape> {
  const outcome = shape.safeParse(file.fields);
  if (outcome.success) return outcome.data;
  const problems = outcome.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new Error(`content/${folder}/${file.slug}.md: ${problems}`);
}

/** Reads once; in development each time, so that an editor sees the change at once. */
function remembered<Value>(read: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => {
    if (known === undefined || import.meta.env.DEV) known = { value: read() };
    return known.value;
  };
}

function readFolder<Shape extends z.ZodType>(folder: string, shape: Shape) {
  return readdirSync(resolve(FOLDER, folder))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const file = parse(resolve(FOLDER, folder, name), name.slice(0, -'.md'.length));
      return { slug: file.slug, fields: checked(file, folder, shape), body: file.body };
    });
}

const words = z.string().min(1, 'must not be empty');

const pageFields = z.object({
  title: words,
  summary: words,
  lang: words.default('nl'),
  dir: z.enum(['ltr', 'rtl']).default('ltr'),
});

/** A page of text. `lang` and `dir` are those of the text itself. */
export interface ContentPage extends z.infer<typeof pageFields> {
  readonly slug: string;
  /** Markdown; `{name}` is filled in by the page. */
  readonly body: string;
}

const pages = remembered(() =>
  readFolder('pages', pageFields).map(({ slug, fields, body }) => ({ slug, body, ...fields })),
);

type Values = Readonly<Record<string, string | number>>;

/** The text with each `{name}` filled in; a name without a value throws, and says in which file. */
const fill = (text: string, values: Values, file: string): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`content/${file}.md asks for {${name}}, which this page does not know`);
    return String(value);
  });

/** The page `content/pages/{slug}.md`, its `{name}` filled from `values`; a name without a value throws. */
export function contentPage(slug: string, values: Values = {}): ContentPage {
  const page = pages().find((known) => known.slug === slug);
  if (page === undefined) throw new Error(`content/pages/${slug}.md is missing`);
  return { ...page, body: fill(page.body, values, `pages/${slug}`) };
}

const promiseFields = z.object({
  title: words,
  promise: words,
  /** What we cannot promise. */
  limit: words,
});

/** What we promise to who sends a signal: content/promises/p1.md and on, the same in English in its folder `en`. */
export interface PromiseText extends z.infer<typeof promiseFields> {
  /** `P7`, as its tests are called. */
  readonly id: string;
  /** Markdown: what it means. */
  readonly body: string;
}

const promisesFrom = (folder: string) => ({
  folder,
  read: remembered(() =>
    readFolder(folder, promiseFields)
      .map(({ slug, fields, body }) => ({ id: slug.toUpperCase(), body, ...fields }))
      .sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1))),
  ),
});
const promises = { nl: promisesFrom('promises'), en: promisesFrom('promises/en') };

/** The promises in their order, each `{name}` filled from `values`. */
export const promiseTexts = (values: Values, language: PageLanguage): PromiseText[] =>
  promises[language].read().map(({ id, title, ...text }) => {
    const file = `${promises[language].folder}/${id.toLowerCase()}`;
    return {
      id,
      title,
      promise: fill(text.promise, values, file),
      limit: fill(text.limit, values, file),
      body: fill(text.body, values, file),
    };
  });

/** The short explanations in other languages, `content/pages/kort.{lang}.md`. */
export const shortExplanations = (): ContentPage[] => pages().filter(({ slug }) => slug.startsWith('kort.'));

const stepFields = z.object({ step: words, title: words, short: words });

/** One step of the method. */
export interface MethodStep extends z.infer<typeof stepFields> {
  /** Markdown. */
  readonly body: string;
}

/** The steps in the order of their files, content/method/{n}-{step}.md. */
export const methodSteps: () => MethodStep[] = remembered(() =>
  readFolder('method', stepFields).map(({ fields, body }) => ({ body, ...fields })),
);

const termFields = z.object({
  term: words,
  /** Other forms in which it occurs, with commas between them. */
  forms: z.string().default(''),
  /** `yes`: explained in texts where it stands. `no`: only in the list of words. */
  inPlace: z.enum(['yes', 'no']),
  /** The explanation in a sentence or two, as it appears in a text. */
  short: words,
});

/** A word that needs explaining. */
export interface Term {
  readonly slug: string;
  readonly term: string;
  readonly forms: readonly string[];
  readonly inPlace: boolean;
  readonly short: string;
  /** Markdown: more about it, for the list of words; may be empty. */
  readonly body: string;
}

/** The glossary, by the alphabet. */
export const glossary: () => Term[] = remembered(() =>
  readFolder('glossary', termFields)
    .map(({ slug, fields, body }) => ({
      slug,
      term: fields.term,
      forms: [fields.term, ...fields.forms.split(',').map((form) => form.trim())].filter((form) => form !== ''),
      inPlace: fields.inPlace === 'yes',
      short: fields.short,
      body,
    }))
    .sort((a, b) => a.term.localeCompare(b.term, 'nl')),
);
