/** Somebody without a sign-up; `id` is made here, so that sending it again counts once. Negative takes people away. */
interface WalkIn {
  readonly id: string;
  readonly people: number;
}

/** How many came; null takes the mark away. */
interface Mark {
  readonly arrived: number | null;
  /** When it was made, by the clock of this phone, right or wrong: the portal is told how long ago that is. */
  readonly at: number;
}

/** What this phone did and the portal does not know yet: ids and numbers, never a name. */
export interface Queue {
  /** By the id of the sign-up. */
  readonly marks: Readonly<Record<string, Mark>>;
  readonly walkIns: readonly WalkIn[];
}

export const NOTHING: Queue = { marks: {}, walkIns: [] };
/** The portal takes so many at once. */
const MOST = 200;

export const unsentIn = ({ marks, walkIns }: Queue): number => Object.keys(marks).length + walkIns.length;

export const marked = (queue: Queue, signUpId: string, mark: Mark): Queue => ({
  ...queue,
  marks: { ...queue.marks, [signUpId]: mark },
});

export const counted = (queue: Queue, walkIn: WalkIn): Queue => ({ ...queue, walkIns: [...queue.walkIns, walkIn] });

export const firstPart = ({ marks, walkIns }: Queue): Queue => ({
  marks: Object.fromEntries(Object.entries(marks).slice(0, MOST)),
  walkIns: walkIns.slice(0, MOST),
});

/** What is left once `sent` arrived: a mark that changed meanwhile must still go. */
export function without(queue: Queue, sent: Queue): Queue {
  const gone = new Set(sent.walkIns.map(({ id }) => id));
  const isSent = ([id, { arrived, at }]: readonly [string, Mark]) =>
    sent.marks[id]?.at === at && sent.marks[id].arrived === arrived;
  return {
    marks: Object.fromEntries(Object.entries(queue.marks).filter((mark) => !isSent(mark))),
    walkIns: queue.walkIns.filter(({ id }) => !gone.has(id)),
  };
}

export const walkInsIn = ({ walkIns }: Queue): number => walkIns.reduce((sum, { people }) => sum + people, 0);

const isId = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{8,64}$/.test(value);
const isCount = (value: unknown): value is number => Number.isInteger(value) && Math.abs(Number(value)) <= 20;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isWalkIn = (value: unknown): value is WalkIn =>
  isRecord(value) && isId(value['id']) && isCount(value['people']) && value['people'] !== 0;
const isMark = (kept: readonly [string, unknown]): kept is [string, Mark] => {
  const [id, mark] = kept;
  if (!isId(id) || !isRecord(mark) || !Number.isFinite(mark['at'])) return false;
  return mark['arrived'] === null || (isCount(mark['arrived']) && mark['arrived'] >= 0);
};

/** Reads back what was kept; what is not right in it is left out, so that it cannot hold up the rest. */
export function readQueue(text: string | null): Queue {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    if (!isRecord(kept)) return NOTHING;
    const marks = isRecord(kept['marks']) ? Object.entries(kept['marks']).filter(isMark) : [];
    const walkIns: unknown[] = Array.isArray(kept['walkIns']) ? kept['walkIns'] : [];
    return { marks: Object.fromEntries(marks), walkIns: walkIns.filter(isWalkIn) };
  } catch {
    return NOTHING;
  }
}

/** How it stands for everybody, as the portal tells it. */
export interface DoorAnswer {
  readonly walkIns: number;
  readonly arrivals: readonly (readonly [string, number | null])[];
}

const isArrival = (value: unknown): value is readonly [string, number | null] =>
  Array.isArray(value) && typeof value[0] === 'string' && (value[1] === null || typeof value[1] === 'number');

export const isAnswer = (value: unknown): value is DoorAnswer =>
  isRecord(value) &&
  typeof value['walkIns'] === 'number' &&
  Array.isArray(value['arrivals']) &&
  value['arrivals'].every(isArrival);
