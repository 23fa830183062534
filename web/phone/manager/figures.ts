import type { Day } from './types';

export const SERIES = ['sent', 'delivered', 'read', 'received'] as const;
export type Series = (typeof SERIES)[number];

export const totalOf = (days: Day[], name: Series): number => days.reduce((sum, day) => sum + day[name], 0);

/** The top of the scale: a round number that all days fit under. */
export function topOf(days: Day[]): number {
  const most = Math.max(1, ...days.flatMap((day) => SERIES.map((name) => day[name])));
  const step = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((times) => times * step).find((top) => top >= most) ?? most;
}
