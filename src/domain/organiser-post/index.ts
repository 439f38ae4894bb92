export { makeForgetOrganiserLetters } from './forget-organiser-letters.ts';
export { makeRemindOrganisers, type OrganiserPostNeeds } from './remind-organisers.ts';
export type {
  Organiser,
  OrganiserLetter,
  OrganiserPostStore,
  ReportDueFacts,
  ReportReminder,
} from './organiser-post.ts';
