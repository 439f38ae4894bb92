import { describe, expect, it } from 'vitest';
import { translate } from './translate.ts';

describe('a sentence with a name in it', () => {
  it('takes a Dutch or Turkish name as it is', () => {
    expect(translate('meetings.inBuurt', { buurt: 'Çiğdem' })).toBe('Bijeenkomsten in Çiğdem');
  });

  it.each(['حي السلام', 'Plein חולון'])(
    'keeps %s together, so that its letters do not turn the words around it',
    (buurt) => {
      expect(translate('meetings.inBuurt', { buurt })).toBe(`Bijeenkomsten in \u2068${buurt}\u2069`);
    },
  );

  it('writes a number as the Dutch do', () => {
    expect(translate('meetings.left', { n: 1200 })).toBe('Nog 1.200 plaatsen vrij');
  });
});
