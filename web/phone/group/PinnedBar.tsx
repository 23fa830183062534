import { IconPinFilled } from '@tabler/icons-react';
import type { Pinned } from '../api/types';
import { unmarked } from '../text/words';
import css from './Group.module.css';

/** What the business pinned, the newest first; a tap goes to the message. */
export function PinnedBar({ pinned }: { pinned: Pinned[] }) {
  if (pinned.length === 0) return null;
  return (
    <ul className={css.pins} aria-label="Pinned messages">
      {pinned.toReversed().map(({ id, text, sender }) => (
        <li key={id}>
          <button type="button" className={css.pin} onClick={() => document.getElementById(id)?.scrollIntoView({ block: 'center' })}>
            <IconPinFilled size={15} aria-hidden />
            <span>
              <strong>{sender}</strong> {unmarked(text)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
