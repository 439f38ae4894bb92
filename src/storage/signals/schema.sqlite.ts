import { sqliteKit } from '../engine/kit.ts';
import { defineTables } from './tables.ts';

/** For drizzle-kit, which writes the migrations from the tables that a file exports. */
export const {
  signals,
  photos,
  turns,
  spentForms,
  unsealed,
  deskKeys,
  proposals,
  bursts,
  questionLists,
  releasedCounts,
} = defineTables(sqliteKit);
