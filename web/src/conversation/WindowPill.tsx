import { IconHourglassEmpty } from '@tabler/icons-react';
import { useByClock } from '../api/clock';
import { windowSentence, windowState, windowWord } from './window';
import css from './WindowPill.module.css';

/** How long free text may still be sent, counted by the service's clock. */
export function WindowPill({ expiresAt, long = false }: { expiresAt: string | null; long?: boolean }) {
  const state = useByClock((now) => windowState(expiresAt, now));
  const words = useByClock((now) => (long ? windowSentence(expiresAt, now) : windowWord(expiresAt, now)));
  const short = useByClock((now) => windowWord(expiresAt, now));
  return (
    <span
      className={css.pill}
      data-state={state}
      data-long={long || undefined}
      data-testid="window-countdown"
      title="Free text may be sent within 24 hours of the customer’s last message"
    >
      <IconHourglassEmpty size={long ? 14 : 12} stroke={2} aria-hidden />
      <span className={css.hidden}>Window: </span>
      <span className={css.words}>{words}</span>
      {long && <span className={css.short}>{short}</span>}
    </span>
  );
}
