import { describe, expect, it } from 'vitest';
import { aBuurt, aMeeting, anArea } from '../../../../tests/factories/index.ts';
import { translate as t } from '../../translate.ts';
import { meetingMap } from './map.ts';

const { geometry, source } = anArea();
const outline = { shape: geometry, source };
const buurt = aBuurt({ places: [] });
const meeting = aMeeting({ startsAt: new Date('2027-03-18T18:30:00Z'), endsAt: new Date('2027-03-18T20:30:00Z') });
const mapAt = (now: string, changes = {}) =>
  meetingMap({ ...meeting, ...changes }, { buurt, outline }, { t, now: new Date(now) });

describe('the map of a meeting', () => {
  it('is there until it ends, for who comes late as well', () => {
    expect(mapAt('2027-03-15T09:00:00Z')?.drawing.places).toHaveLength(1);
    expect(mapAt('2027-03-18T19:00:00Z')).not.toBeNull();
    expect(mapAt('2027-03-18T20:30:00Z')).toBeNull();
  });

  it('is left out when it is called off, or when nobody said where on the map it is', () => {
    expect(mapAt('2027-03-15T09:00:00Z', { cancelled: 'De zaal is dicht.' })).toBeNull();
    expect(mapAt('2027-03-15T09:00:00Z', { place: null })).toBeNull();
  });
});
