import type { APIRoute } from 'astro';
import { drawingAnswer } from '../../../web/poster/answer.ts';

export const GET: APIRoute = (asked) => drawingAnswer('a4', asked);
