import { escapeHtml, type LetterLanguage } from '../domain/kernel/index.ts';
import type { Block } from './letter-template.ts';

/**
 * Mail programs know little CSS, and only what stands on the element itself. No background and no colour of text but on the
 * button, so that the reader's own colours hold, in the dark as well.
 */
const STYLE = {
  body: "margin: 0; padding: 0; font: 17px/1.55 'Segoe UI', Roboto, Helvetica, Arial, sans-serif",
  column: 'max-width: 560px; margin: 0 auto; padding: 24px 20px 40px; overflow-wrap: anywhere; word-wrap: break-word',
  paragraph: 'margin: 0 0 18px',
  heading: 'margin: 28px 0 8px; font-size: 20px; line-height: 1.3',
  facts: 'margin: 0 0 22px; padding: 2px 0 2px 18px; border-left: 4px solid #3f7fb0; list-style: none',
  fact: 'margin: 0 0 6px',
  list: 'margin: 0 0 18px; padding: 0 0 0 22px',
  button:
    'display: inline-block; padding: 13px 24px; border: 1px solid #1d5580; border-radius: 4px; background: #1d5580; color: #ffffff; font-weight: bold; text-decoration: none',
} as const;

/** `What: words` with the first part bold. */
function factInHtml(item: string): string {
  const [, name, rest] = /^([^:]{1,40}:) (.+)$/s.exec(item) ?? [];
  return name === undefined || rest === undefined
    ? escapeHtml(item)
    : `<strong>${escapeHtml(name)}</strong> ${escapeHtml(rest)}`;
}

function blockInHtml(block: Block): string {
  switch (block.kind) {
    case 'lines':
      return `<p dir="auto" style="${STYLE.paragraph}">${block.lines.map(escapeHtml).join('<br>\n')}</p>`;
    case 'heading':
      return `<h2 dir="auto" style="${STYLE.heading}">${escapeHtml(block.text)}</h2>`;
    case 'facts':
      return `<ul style="${STYLE.facts}">\n${block.items
        .map((item) => `<li dir="auto" style="${STYLE.fact}">${factInHtml(item)}</li>`)
        .join('\n')}\n</ul>`;
    case 'list':
      return `<ul style="${STYLE.list}">\n${block.items
        .map((item) => `<li dir="auto" style="${STYLE.fact}">${escapeHtml(item)}</li>`)
        .join('\n')}\n</ul>`;
    case 'link':
    case 'button': {
      const style = block.kind === 'button' ? ` style="${STYLE.button}"` : '';
      return `<p style="${STYLE.paragraph}"><a href="${escapeHtml(block.address)}"${style}>${escapeHtml(block.label)}</a></p>`;
    }
  }
}

export const blocksInHtml = (blocks: readonly Block[]): string => blocks.map(blockInHtml).join('\n');

/** The whole mail. `title` as plain text, `body` as HTML. */
export const pageInHtml = ({
  language,
  title,
  body,
}: {
  readonly language: LetterLanguage;
  readonly title: string;
  readonly body: string;
}): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
</head>
<body style="${STYLE.body}">
<div style="${STYLE.column}">
${body}
</div>
</body>
</html>
`;
