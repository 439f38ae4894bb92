import { amsterdamsePoort } from './amsterdamse-poort/index.ts';
import { hBuurt } from './h-buurt/index.ts';
import { rijnbuurtWest } from './rijnbuurt-west/index.ts';
import type { OnDay, SampleBuurt } from './sample.ts';
import { dePunt, kolenkitbuurt } from './starting.ts';

/** Every buurt of the sample, dated from the first start. */
export const sampleBuurten = (day: OnDay): SampleBuurt[] => [
  rijnbuurtWest(day),
  hBuurt(day),
  amsterdamsePoort(day),
  kolenkitbuurt(day),
  dePunt(day),
];
