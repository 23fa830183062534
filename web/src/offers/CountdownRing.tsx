import { useByClock } from '../api/clock';
import css from './CountdownRing.module.css';

const RADIUS = 17;
const AROUND = 2 * Math.PI * RADIUS;

/** The seconds that are left, and the ring that empties with them. */
export function CountdownRing({ from, to }: { from: string; to: string }) {
  const seconds = useByClock((now) => Math.max(0, Math.ceil((Date.parse(to) - now) / 1000)));
  const whole = Math.max(1, (Date.parse(to) - Date.parse(from)) / 1000);
  const share = Math.min(1, seconds / whole);
  return (
    <span className={css.ring} data-late={seconds <= 10 || undefined} role="timer" aria-label={`${seconds} seconds left`}>
      <svg width="42" height="42" viewBox="0 0 42 42" aria-hidden>
        <circle className={css.track} cx="21" cy="21" r={RADIUS} />
        <circle className={css.left} cx="21" cy="21" r={RADIUS} strokeDasharray={AROUND} strokeDashoffset={AROUND * (1 - share)} />
      </svg>
      <span className={css.seconds}>{seconds > 99 ? `${Math.ceil(seconds / 60)}m` : seconds}</span>
    </span>
  );
}
