const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const dayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const calendarDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long' });
const shortWeekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short' });
const shortDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const timeOf = (at: string | number): string => clock.format(ms(at));
/** A day without a time, as the calendar has it wherever one is: `1 January 2026`. */
export const dateOf = (day: string): string => calendarDay.format(Date.parse(day));

export const fullTime = (at: string | number): string => full.format(ms(at));

/** Today, Yesterday, the weekday within a week, the date after that. */
export function dayLabel(at: string | number, now: number): string {
  const days = daysBetween(ms(at), now);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  if (days > 1 && days < 7) return weekday.format(ms(at));
  return new Date(ms(at)).getFullYear() === new Date(now).getFullYear() ? day.format(ms(at)) : dayAndYear.format(ms(at));
}

/** For a row of a list: the time today, else the day. */
export function shortWhen(at: string | number, now: number): string {
  const days = daysBetween(ms(at), now);
  if (days === 0) return timeOf(at);
  if (days === 1) return 'Yesterday';
  return days > 1 && days < 7 ? shortWeekday.format(ms(at)) : shortDate.format(ms(at));
}

/** For a line of a history: the time today, else the day and the time. */
export function whenAndTime(at: string | number, now: number): string {
  const days = daysBetween(ms(at), now);
  return days === 0 ? timeOf(at) : `${shortWhen(at, now)}, ${timeOf(at)}`;
}

/** The same within a sentence. */
export const whenInside = (at: string | number, now: number): string => whenAndTime(at, now).replace(/^Yesterday/, 'yesterday');

/** A span of time in two parts at most: `23 h 12 min`, `12 min`, `3 days`, `40 s`. */
export function span(milliseconds: number): string {
  const left = Math.max(0, milliseconds);
  if (left < MINUTE) return `${Math.floor(left / 1000)} s`;
  if (left < HOUR) return `${Math.floor(left / MINUTE)} min`;
  if (left < 48 * HOUR) {
    const minutes = Math.floor((left % HOUR) / MINUTE);
    return minutes ? `${Math.floor(left / HOUR)} h ${minutes} min` : `${Math.floor(left / HOUR)} h`;
  }
  return `${Math.floor(left / (24 * HOUR))} days`;
}

/** The same in one part, for narrow places: `23 h`, `12 min`. */
export const shortSpan = (milliseconds: number): string => {
  if (milliseconds >= 48 * HOUR) return `${Math.floor(milliseconds / (24 * HOUR))} d`;
  if (milliseconds >= HOUR) return `${Math.floor(milliseconds / HOUR)} h`;
  return span(milliseconds);
};

export const ms = (at: string | number): number => (typeof at === 'number' ? at : Date.parse(at));
export const sameDay = (a: string | number, b: string | number): boolean => daysBetween(ms(a), ms(b)) === 0;

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
const daysBetween = (earlier: number, later: number): number =>
  Math.round((midnight(later) - midnight(earlier)) / (24 * HOUR));
