import { IconEye } from '@tabler/icons-react';
import type { Held } from '../../api/caseTypes';
import { timeOf } from '../../ui/times';
import css from './HeldNote.module.css';

/** Why a message has not gone yet, and until when somebody decides. */
export function HeldNote({ held }: { held: Held }) {
  return (
    <div className={css.note} role="note" data-testid="held-note">
      <IconEye size={16} className={css.icon} aria-hidden />
      <div>
        <p className={css.heading}>
          {held.needs > 1 ? 'Waiting for two people to look at it' : 'Waiting for a second look'}, until {timeOf(held.until)}
          {held.clause && <span className={css.clause}>{held.clause}</span>}
        </p>
        <p>{held.sentence}</p>
        <p className={css.next}>The customer has not got it. If nobody decides in time, it is not sent.</p>
      </div>
    </div>
  );
}
