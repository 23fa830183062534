import type { Line } from '../api/types';
import { whenInside } from '../ui/times';

/** What is wrong with the line to WhatsApp, since when, and who mends it. */
export function troubleOf({ state, since, about }: Line, now: number): string {
  const whose = about.length > 1 ? ` (${about.join(', ')})` : '';
  if (state === 'no_worker')
    return `Nothing is sent or received: no worker has been at work ${since ? `since ${whenInside(since, now)}` : 'yet'}${whose}. Whoever runs parley has to start it.`;
  const from = since ? `since ${whenInside(since, now)} ` : '';
  return `WhatsApp is silent: of the messages that went out ${from}nothing has come back${whose}. parley doctor says where it is cut.`;
}
