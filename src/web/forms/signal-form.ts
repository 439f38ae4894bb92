import { z } from 'astro/zod';
import {
  coarsePlace,
  type PlaceMistake,
  type SignalForm,
  type SignalMistake,
  type Signals,
} from '../../domain/signals/index.ts';
import { messageKey } from '../translate.ts';
import { gateFields } from './gate-fields.ts';
import type { FieldMistake } from './refusals.ts';

/** What is not there, or is a file, counts as not filled in: the use case says what to do about it. */
const field = z.string().catch('');
/** A file that was chosen, or null; a browser sends an empty one without a name when none was. */
const file = z
  .instanceof(File)
  .transform((given) => (given.size === 0 && given.name === '' ? null : given))
  .catch(null);

/** All that is read of what is posted. Whatever else comes along (a state, an id, a point) is not looked at. */
export const signalFields = z.object({
  buurt: field,
  kind: field,
  text: field,
  theme: field,
  place: field,
  knownPlace: field,
  cell: field,
  ...gateFields,
  /** A new photo; one that we made safe before; not that one after all; why the server left a file out. */
  photo: file,
  carriedPhoto: field,
  withoutPhoto: field,
  photoLeftOut: field,
});
export type TypedSignal = z.infer<typeof signalFields>;

/** What was typed as far as it is right, and what is wrong with the rest. */
export interface ReadSignal {
  readonly form: SignalForm;
  readonly mistakes: readonly FieldMistake[];
}

/** Makes place and photo safe before anything else happens: beyond this function there is no point and no file. */
export async function readSignal(signals: Signals, typed: TypedSignal): Promise<ReadSignal> {
  const { buurt, kind, text, theme } = typed;
  const [place, photo] = await Promise.all([readPlace(signals, typed), readPhoto(signals, typed)]);
  return {
    form: { buurt, kind, text, theme, cell: place.cell, photo: photo.bytes, channel: 'web', lane: 'slow', answers: [] },
    mistakes: [...place.mistakes, ...photo.mistakes],
  };
}

/** At each field what is wrong with it. */
export const signalMistakes = (mistakes: readonly (SignalMistake | PlaceMistake)[]): FieldMistake[] =>
  mistakes.map(({ field: name, reason }) => ({
    field: name,
    message: messageKey(`signals.mistake.${name}.${reason}`),
  }));

async function readPlace({ intake }: Signals, { buurt, place, knownPlace, cell }: TypedSignal) {
  const offer = await intake.offer(buurt);
  const outcome = offer && coarsePlace(offer, { place, knownPlace, cell });
  if (outcome?.ok === false) return { cell: null, mistakes: signalMistakes([outcome.mistake]) };
  return { cell: outcome?.value ?? null, mistakes: [] };
}

interface ReadPhoto {
  readonly bytes: Uint8Array | null;
  readonly mistakes: readonly FieldMistake[];
}

const wrongPhoto = (reason: string, bytes: Uint8Array | null): ReadPhoto => ({
  bytes,
  mistakes: [{ field: 'photo', message: messageKey(`photo.mistake.${reason}`) }],
});

/** A new photo takes the place of one that travels along; a new one that is refused leaves that one where it was. */
async function readPhoto({ photos }: Signals, typed: TypedSignal): Promise<ReadPhoto> {
  const { photo, carriedPhoto, token, photoLeftOut } = typed;
  const carries = carriedPhoto !== '' && typed.withoutPhoto === '';
  const carried = carries ? (photos.carried(carriedPhoto, token) ?? null) : null;
  if (photoLeftOut !== '') return wrongPhoto(photoLeftOut === 'busy' ? 'busy' : 'file-too-large', carried);
  if (photo !== null) {
    const made = await photos.prepare(new Uint8Array(await photo.arrayBuffer()));
    return made.ok ? { bytes: made.value.bytes, mistakes: [] } : wrongPhoto(made.reason, carried);
  }
  return carries && carried === null ? wrongPhoto('changed', null) : { bytes: carried, mistakes: [] };
}
