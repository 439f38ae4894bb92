import { postgresKit } from '../engine/kit.ts';
import { defineTables } from './tables.ts';

/** For drizzle-kit, which writes the migrations from the tables that a file exports. */
export const {
  buurten,
  areas,
  themes,
  interventions,
  progress,
  updates,
  responses,
  signalReleases,
  homes,
  meetings,
  meetingPlaces,
  reports,
  figureSources,
  figures,
  imports,
  versions,
  pictureFiles,
} = defineTables(postgresKit);
