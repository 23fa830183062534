import { IconClockExclamation } from '@tabler/icons-react';
import { useByClock } from '../../api/clock';
import type { Message } from '../../api/types';
import css from './WaitingNote.module.css';
import { waitingWords } from './waiting';

/** Beneath a message that has not gone for unusually long: nobody believes it sent, and nobody sends it twice. */
export function WaitingNote({ message }: { message: Message }) {
  const words = useByClock((now) => waitingWords(message, now));
  if (!words) return null;
  return (
    <p className={css.note} role="status" data-testid="waiting-note">
      <IconClockExclamation size={15} className={css.icon} aria-hidden />
      {words}
    </p>
  );
}
