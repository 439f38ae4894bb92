import { describe, expect, it } from 'vitest';
import { LONGEST_MARKDOWN, markdown } from './markdown.ts';
import { translate } from './translate.ts';

const show = (source: string, below: 1 | 2 | 3 | 4 = 2) => markdown(source, { below, t: translate });

describe('what organisers write', () => {
  it('becomes paragraphs, lists, emphasis, quotations and tables', () => {
    const html = show(
      'Een **dikke** en *schuine* zin.\n\n- een\n- twee\n\n> gehoord\n\n| a | b |\n|---|---|\n| 1 | 2 |',
    );
    for (const part of [
      '<strong>dikke</strong>',
      '<em>schuine</em>',
      '<li>een</li>',
      '<blockquote>',
      '<th>a</th>',
      '<td>1</td>',
    ]) {
      expect(html).toContain(part);
    }
  });

  it('skips no level of heading, wherever the organiser began', () => {
    expect(show('### Kop\n\n##### Deel', 1)).toBe('<h2>Kop</h2>\n<h3>Deel</h3>');
  });

  it('keeps a line break where one was typed', () => {
    expect(show('Eerste regel\nTweede regel')).toBe('<p>Eerste regel<br />Tweede regel</p>');
  });

  it('puts headings below that of their section, and never deeper than six', () => {
    expect(show('# Kop', 1)).toBe('<h2>Kop</h2>');
    expect(show('# Kop\n\n## Deel', 3)).toBe('<h4>Kop</h4>\n<h5>Deel</h5>');
    expect(show('# a\n\n## b\n\n### c', 4)).toBe('<h5>a</h5>\n<h6>b</h6>\n<h6>c</h6>');
  });

  it('makes no code block of an indented line', () => {
    expect(show('    vier spaties')).toMatch(/^<p>\s*vier spaties<\/p>$/);
  });
});

describe('links', () => {
  it('say to which site they go, unless their words do', () => {
    expect(show('[plan](https://www.amsterdam.nl/plan?a=1&b=2)')).toContain('(op amsterdam.nl)');
    expect(show('https://www.amsterdam.nl/plan')).not.toContain('(op');
    expect(show('[mijnbank.nl](https://elders.example/)')).toContain('(op elders.example)');
  });

  it('tell the other site nothing of this window', () => {
    expect(show('[plan](https://amsterdam.nl)')).toContain('rel="noopener"');
  });

  it('may go to a page of our own, a mail address or a telephone number', () => {
    expect(show('[over](/over) [mail](mailto:a@example.org) [bel](tel:+31201234567)')).toBe(
      '<p><a href="/over">over</a> <a href="mailto:a@example.org">mail</a> <a href="tel:+31201234567">bel</a></p>',
    );
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#x73;cript:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x](<java\u0001script:alert(1)>)',
    '[x](\u0001javascript:alert(1))',
    '[x](vbscript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](file:///etc/passwd)',
    '[x](//elders.example/x)',
    '[x](\\\\\\\\elders.example)',
    '[x]\n\n[x]: javascript:alert(1)',
    '<javascript:alert(1)>',
    '[x](blob:https://elders.example/1)',
  ])('lose an address that could do harm: %s', (source) => {
    const html = show(source);
    expect(html).not.toMatch(/<a\b/);
    expect(html).not.toMatch(/href|src=/);
  });

  it('carry no attribute that was smuggled into their title', () => {
    expect(show('[x](https://a.example "t\\" onmouseover=\\"alert(1)")')).not.toMatch(/onmouseover|title/);
  });
});

describe('what could do harm', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '<style>*{display:none}</style>',
    '<form action=/uitloggen><button>x</button></form>',
    '<!-- <script> -->',
    '<![CDATA[<script>]]>',
    '<math><mtext></mtext><script>1</script></math>',
    '`<script>`',
    '~~~\n<script>alert(1)</script>\n~~~',
    '[<img src=x onerror=alert(1)>](https://a.example)',
    '# <script>alert(1)</script>',
    '| <script> |\n|---|\n| <img src=x onerror=1> |',
  ])('is shown as the text it is: %s', (source) => {
    const tags = [...show(source).matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag);
    const harmless = ['p', 'a', 'span', 'h3', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'br'];
    expect(tags.filter((tag) => tag === undefined || !harmless.includes(tag))).toEqual([]);
  });

  it('keeps the words of somebody who types a sign of a tag', () => {
    expect(show('Meer dan <b>5</b> mensen, a < b')).toBe('<p>Meer dan &lt;b&gt;5&lt;/b&gt; mensen, a &lt; b</p>');
  });

  it('shows no picture from elsewhere, and those of our own', () => {
    expect(
      show('![spion](https://elders.example/pixel.gif)![x](/beeld/../uitloggen)![y](data:image/png;base64,AA)'),
    ).toBe('<p></p>');
    expect(show('![De nieuwe deur](/beeld/abc-480.webp)')).toContain(
      '<img src="/beeld/abc-480.webp" alt="De nieuwe deur" loading="lazy" />',
    );
  });

  it.each([
    ['quotations', '>'.repeat(40_000)],
    ['spaced quotations', '> '.repeat(20_000)],
    ['lists', '- '.repeat(20_000)],
    ['brackets', '['.repeat(40_000)],
    ['links', '[a]('.repeat(12_000)],
    ['emphasis', '*a_'.repeat(15_000)],
    ['spaces', `${' '.repeat(40_000)}x`],
    ['lesser-than signs', '<'.repeat(40_000)],
    ['growing lists', Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')],
  ])('survives a text that nests without end: %s', (_name, source) => {
    expect(show(source).length).toBeGreaterThan(0);
  });

  it('refuses a text that no form can have let through', () => {
    expect(() => show('a'.repeat(LONGEST_MARKDOWN + 1))).toThrow(/too long/);
  });
});
