import { IconClockHour4 } from '@tabler/icons-react';
import { useByClock } from '../api/clock';
import { fullTime, ms, span } from '../ui/times';
import css from './Due.module.css';

const SOON_MS = 600_000;

/** How long there still is to decide. */
export function Due({ at }: { at: string }) {
  const words = useByClock((now) => (ms(at) > now ? `${span(ms(at) - now)} left` : 'time is over'));
  const tone = useByClock((now) => (ms(at) <= now ? 'over' : ms(at) - now < SOON_MS ? 'soon' : 'calm'));
  return (
    <span className={css.due} data-tone={tone} title={`To be decided by ${fullTime(at)}`}>
      <IconClockHour4 size={14} aria-hidden />
      {words}
    </span>
  );
}
