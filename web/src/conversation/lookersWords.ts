import type { Looker } from '../api/types';

/** Who else is there, in one sentence: those who write, else those who look. */
export function lookersWords(lookers: Looker[], named: (name: string) => string = (name) => name): string {
  const writing = lookers.filter((each) => each.is_writing);
  const [those, doing] = writing.length > 0 ? [writing, 'writing'] : [lookers, 'looking too'];
  const [first, second] = those.map((each) => named(each.name));
  if (first === undefined) return '';
  if (second === undefined) return `${first} is ${doing}`;
  if (those.length === 2) return `${first} and ${second} are ${doing}`;
  return `${first} and ${those.length - 1} others are ${doing}`;
}

/** As colleagues call each other, where room is short. */
export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
