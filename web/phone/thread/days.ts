import type { ThreadItem } from './merge';

export type ThreadRow =
  | { kind: 'day'; key: string; label: string }
  | { kind: 'message'; key: string; item: ThreadItem; opensGroup: boolean };

/** Messages of one side closer than this belong together. */
const GROUP_SECONDS = 300;

const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const dayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long' });
const shortDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** The messages with a separator before the first of each day, in the reader's time zone. */
export function withDays(items: ThreadItem[], now: number): ThreadRow[] {
  return items.flatMap((item, index) => {
    const before = items[index - 1]?.message;
    const { message } = item;
    const newDay = !before || daysBetween(before.at, message.at) !== 0;
    const opensGroup = newDay || before.from_me !== message.from_me || before.sender?.wa_id !== message.sender?.wa_id || before.type === 'news' || message.at - before.at > GROUP_SECONDS;
    const row: ThreadRow = { kind: 'message', key: item.key, item, opensGroup };
    return newDay ? [{ kind: 'day', key: `day:${item.key}`, label: dayLabel(message.at, now) }, row] : [row];
  });
}

/** Today, Yesterday, the weekday within a week, the date after that. */
export function dayLabel(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  if (days > 1 && days < 7) return weekday.format(at * 1000);
  return sameYear(at, now) ? day.format(at * 1000) : dayAndYear.format(at * 1000);
}

/** For a row of the chat list: the time today, else the day. */
export function shortWhen(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days === 0) return timeOf(at);
  if (days === 1) return 'Yesterday';
  return days > 1 && days < 7 ? weekday.format(at * 1000) : shortDate.format(at * 1000);
}

export const timeOf = (at: number): string => clock.format(at * 1000);

const midnight = (at: number): number => new Date(at * 1000).setHours(0, 0, 0, 0);
const daysBetween = (earlier: number, later: number): number =>
  Math.round((midnight(later) - midnight(earlier)) / 86_400_000);
const sameYear = (a: number, b: number): boolean =>
  new Date(a * 1000).getFullYear() === new Date(b * 1000).getFullYear();
