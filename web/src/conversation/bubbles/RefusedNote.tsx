import { IconShieldX } from '@tabler/icons-react';
import type { Message } from '../../api/types';
import css from './RefusedNote.module.css';

/** Why a message did not reach the customer: clause, sentence, and what to do instead. */
export function RefusedNote({ message }: { message: Message }) {
  const { error, status } = message;
  const heading = status === 'refused' ? 'Not sent: the policy refused it' : 'Not delivered';
  return (
    <div className={css.note} role="note" data-testid="refused-note">
      <IconShieldX size={16} className={css.icon} aria-hidden />
      <div>
        <p className={css.heading}>
          {heading}
          {error?.clause && <span className={css.clause}>{error.clause}</span>}
        </p>
        {error?.sentence && <p dir="auto">{error.sentence}</p>}
        {error?.next_sentence && <p className={css.next} dir="auto">{error.next_sentence}</p>}
      </div>
    </div>
  );
}
