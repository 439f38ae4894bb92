import common from '../../content/messages/nl/common.json' with { type: 'json' };
import type { Answer } from './answer.ts';

/** For when not even the page that says so can be made: no style, no script, nothing that can fail. */
export function emergencyPage(): Answer {
  const body = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${common['failed.title']} – ${common.portal}</title></head>
<body><main><h1>${common['failed.title']}</h1><p>${common['failed.text']}</p></main></body></html>`;
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '120' };
  return { status: 500, headers, body: Buffer.from(body) };
}
