import { shortSpan, span } from '../ui/times';

/** `none`: the customer never wrote to this number. */
export type WindowState = 'open' | 'closing' | 'closed' | 'none';

const CLOSING = 2 * 3_600_000;

/** Where the 24-hour window stands. Its last instant is outside it, as at the gate. */
export function windowState(expiresAt: string | null, now: number): WindowState {
  if (expiresAt === null) return 'none';
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return 'closed';
  return left < CLOSING ? 'closing' : 'open';
}

export const windowOpen = (expiresAt: string | null, now: number): boolean =>
  expiresAt !== null && now < Date.parse(expiresAt);

/** In a sentence: `closes in 1 h 20 min`, `closed 3 h ago`. */
export function windowSentence(expiresAt: string | null, now: number): string {
  if (expiresAt === null) return 'not open';
  const left = Date.parse(expiresAt) - now;
  return left > 0 ? `closes in ${fine(left)}` : `closed ${span(-left)} ago`;
}

/** In a word or two, for a row of the list. */
export function windowWord(expiresAt: string | null, now: number): string {
  if (expiresAt === null) return 'No window';
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return 'Closed';
  return left < CLOSING && left >= 3_600_000 ? span(left) : shortSpan(left);
}

/** How much of the 24 hours is left, 0 to 1. */
export const windowShare = (expiresAt: string | null, now: number): number =>
  expiresAt === null ? 0 : Math.min(1, Math.max(0, (Date.parse(expiresAt) - now) / 86_400_000));

/** The last ten minutes are counted by the second. */
function fine(left: number): string {
  if (left >= 600_000) return span(left);
  const seconds = Math.floor(left / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
