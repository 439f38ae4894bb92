import { describe, expect, it } from 'vitest';
import type { Term } from './content.ts';
import { makeExplainer } from './glossary.ts';

const term = (slug: string, forms: string[], inPlace = true): Term => ({
  slug,
  term: forms[0] ?? slug,
  forms,
  inPlace,
  short: 'Een woning om te oefenen met zelfstandig wonen.',
  body: '',
});
const explainer = () =>
  makeExplainer([
    term('omslagwoning', ['omslagwoning', 'omslagwoningen']),
    term('zachte-gegevens', ['zachte gegevens']),
    term('signaal', ['signaal'], false),
  ]);
const button = (words: string, slug = 'omslagwoning') =>
  `<button type="button" class="term" popovertarget="uitleg-${slug}">${words}</button>`;

describe('a term in a text', () => {
  it('becomes a button to its note, the first time it occurs', () => {
    expect(explainer().explain('<p>Een omslagwoning is geen gewone omslagwoning.</p>')).toBe(
      `<p>Een ${button('omslagwoning')} is geen gewone omslagwoning.</p>`,
    );
  });
  it('is found in the plural and with a capital, and keeps how it was written', () => {
    expect(explainer().explain('<p>Omslagwoningen</p>')).toBe(`<p>${button('Omslagwoningen')}</p>`);
  });
  it('may be more than one word', () => {
    expect(explainer().explain('<p>De zachte gegevens.</p>')).toBe(
      `<p>De ${button('zachte gegevens', 'zachte-gegevens')}.</p>`,
    );
  });
  it('is not found inside another word', () => {
    for (const word of ['omslagwoningcorporatie', 'anti-omslagwoning', 'omslagwoning-plan', 'éomslagwoning']) {
      expect(explainer().explain(word)).toBe(word);
    }
  });
  it('stays as it is in a link, a heading, a button and an attribute', () => {
    for (const html of [
      '<a href="/x">de omslagwoning</a>',
      '<h3>Omslagwoning</h3>',
      '<button>omslagwoning</button>',
      '<a href="/x"><strong>omslagwoning</strong></a>',
      '<img src="/beeld/omslagwoning-480.webp" alt="omslagwoning" />',
    ]) {
      expect(explainer().explain(html)).toBe(html);
    }
  });
  it('is explained in the text when it stood in a heading or link before', () => {
    expect(explainer().explain('<h3>Omslagwoning</h3><p>De omslagwoning</p>')).toContain(button('omslagwoning'));
  });
  it('stays as it is when it is only in the list of words', () => {
    expect(explainer().explain('<p>Een signaal.</p>')).toBe('<p>Een signaal.</p>');
  });
  it('is explained in each text of the page, by one note', () => {
    const { explain, used } = explainer();
    expect(explain('omslagwoning')).toBe(explain('omslagwoning'));
    expect(used().map(({ slug }) => slug)).toEqual(['omslagwoning']);
  });
  it('is explained on each page that has the text, and each gets its note', () => {
    const terms = [term('omslagwoning', ['omslagwoning'])];
    const pages = [makeExplainer(terms), makeExplainer(terms), makeExplainer(terms)];
    const texts = pages.slice(1).map(({ explain }) => explain('omslagwoning'));
    expect(texts).toEqual([button('omslagwoning'), button('omslagwoning')]);
    expect(pages.map(({ used }) => used().length)).toEqual([0, 1, 1]);
  });
  it('leaves what was escaped as it was', () => {
    expect(makeExplainer([term('amp', ['amp'])]).explain('A &amp; b &#x41; amp')).toBe(
      `A &amp; b &#x41; ${button('amp', 'amp')}`,
    );
  });
});
