import { ok, refused, type Actor, type RecordDeed, type Result } from '../../kernel/index.ts';
import { sealContent, sealText } from '../sealing/content.ts';
import type { KeyUses } from '../sealing/uses.ts';
import type { SignalContent } from '../signal.ts';
import { atTheDesk, type OpenKeys } from './at-the-desk.ts';
import type { DeskStore, Replacement, SealedBytes, SealedDossier } from './desk-store.ts';
import { openedContent, openedTurn } from './open-dossier.ts';
import { forgetPrint } from './read-texts.ts';
import { blackOut, partsOf, spansOf, type RedactionPart } from './redact-text.ts';

/** What the desk wants to be gone. */
export interface Redaction {
  readonly id: string;
  /** Marks that were ticked, as `{part}:{start}-{end}`; others than those that were offered do nothing. */
  readonly marks: readonly string[];
  /** More pieces, literally as they stand in the text, one on a line. */
  readonly pieces: string;
}

/** How a part was, and how it will be. */
export interface RedactionPreview {
  readonly parts: readonly { readonly name: string; readonly before: string; readonly after: string }[];
  /** Pieces that stand nowhere: nothing is taken out as long as there are any. */
  readonly missing: readonly string[];
}

/** `nothing`: nothing was chosen. `missing`: a piece stands nowhere. `stale`: somebody changed the text meanwhile. */
export type RedactRefusal =
  'forbidden' | 'locked' | 'gone' | 'unreadable' | 'nothing' | 'missing' | 'too-many' | 'stale';

const MOST_PIECES = 50;
/** A single sign would black out a whole text by mistake. */
const SHORTEST_PIECE = 2;

interface Needs {
  readonly deskStore: Pick<DeskStore, 'find' | 'replace' | 'wipe'>;
  readonly keys: Pick<KeyUses, 'pairs'>;
  readonly record: RecordDeed;
}

interface Worked {
  readonly found: SealedDossier;
  readonly open: OpenKeys;
  readonly preview: RedactionPreview;
}

const keyOfMark = (part: string, { start, end }: { start: number; end: number }) => `${part}:${start}-${end}`;

/** One piece on a line, as it is compared with the text: composed, nothing around it. */
const linesOf = (pieces: string): string[] => [
  ...new Set(
    pieces
      .normalize('NFC')
      .split(/\r\n?|\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

function previewOf(parts: readonly RedactionPart[], { marks, pieces }: Redaction): RedactionPreview {
  const lines = linesOf(pieces);
  const found = new Set<string>();
  const changed = parts.flatMap(({ name, text, marks: offered }) => {
    const ticked = offered.filter((mark) => marks.includes(keyOfMark(name, mark)));
    const typed = lines.flatMap((line) => {
      const spans = line.length < SHORTEST_PIECE ? [] : spansOf(text, line);
      if (spans.length > 0) found.add(line);
      return spans;
    });
    const after = blackOut(text, [...ticked, ...typed]);
    return after === text ? [] : [{ name, before: text, after }];
  });
  return { parts: changed, missing: lines.filter((line) => !found.has(line)) };
}

async function work(
  { deskStore }: Needs,
  open: OpenKeys,
  redaction: Redaction,
): Promise<Result<Worked, RedactRefusal>> {
  if (linesOf(redaction.pieces).length > MOST_PIECES) return refused('too-many');
  const found = await deskStore.find(redaction.id);
  if (!found) return refused('gone');
  const turns = found.turns.map((turn) => openedTurn(turn, open));
  const parts = partsOf(openedContent(found.signal, open), turns);
  if (parts.length === 0) return refused('unreadable');
  const preview = previewOf(parts, redaction);
  return preview.parts.length === 0 && preview.missing.length === 0 ? refused('nothing') : ok({ found, open, preview });
}

/** With the key it was sealed with before: whoever could read it still can. */
function resealed({ open }: Worked, keyId: string | null, seal: (publicKey: Uint8Array) => Uint8Array): SealedBytes {
  const pair = keyId === null ? undefined : open.get(keyId);
  if (keyId === null || !pair) throw new Error('What was opened has a key.');
  return { keyId, sealed: seal(pair.publicKey) };
}

function blackened(content: SignalContent, { preview }: Worked): SignalContent {
  const after = (name: string, text: string) => preview.parts.find((part) => part.name === name)?.after ?? text;
  return {
    ...content,
    redacted: true,
    text: after('text', content.text),
    answers: content.answers.map(({ question, answer }, index) => ({
      question,
      answer: after(`answer-${index}`, answer),
    })),
  };
}

function replacementOf(worked: Worked): Replacement {
  const { found, open, preview } = worked;
  const { id, sealed, keyId } = found.signal;
  const content = openedContent(found.signal, open);
  const turns = found.turns.flatMap(({ turn, sealedForDesk, keyId: turnKey }) => {
    const part = preview.parts.find(({ name }) => name === `turn-${turn}`);
    if (!part) return [];
    const now = resealed(worked, turnKey, (publicKey) => sealText(part.after, { publicKey }));
    return [{ turn, was: sealedForDesk, now }];
  });
  if (content.is !== 'read' || sealed === null) return { id, turns };
  const black = blackened(content.value, worked);
  const now = resealed(worked, keyId, (publicKey) => sealContent(black, { publicKey }));
  return { id, turns, content: { was: sealed, now } };
}

/**
 * Making parts of a text unreadable. The desk chooses among marks and types pieces; what is stored is made here out of the
 * original, so that nobody can put words into a signal. The original is overwritten, and wiped from the files.
 */
export function makeRedactSignal(needs: Needs) {
  type Answer = Promise<Result<RedactionPreview, RedactRefusal>>;

  async function preview(actor: Actor, sessionId: string | null, redaction: Redaction): Answer {
    const open = atTheDesk(needs.keys, actor, sessionId);
    if (!open.ok) return open;
    const worked = await work(needs, open.value, redaction);
    return worked.ok ? ok(worked.value.preview) : worked;
  }

  async function carryOut(actor: Actor, sessionId: string | null, redaction: Redaction): Answer {
    const open = atTheDesk(needs.keys, actor, sessionId);
    if (!open.ok) return open;
    const worked = await work(needs, open.value, redaction);
    if (!worked.ok) return worked;
    if (worked.value.preview.missing.length > 0) return refused('missing');
    if ((await needs.deskStore.replace(replacementOf(worked.value))) === 'stale') return refused('stale');
    for (const pair of open.value.values()) forgetPrint(pair, redaction.id);
    await needs.record({ actor, action: 'signal.redact', object: `signal:${redaction.id}`, buurtId: null });
    // It is gone. When somebody reads on, the last trace in the WAL waits for the hourly round of forgetting.
    await needs.deskStore.wipe().catch(() => undefined);
    return ok(worked.value.preview);
  }

  return { preview, carryOut };
}
