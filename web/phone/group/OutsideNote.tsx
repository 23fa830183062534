import type { Group } from '../api/types';
import css from '../chat/BlockedNote.module.css';

/** Stands where one would write, for who is not in the group, or while nobody may write in it. */
export function OutsideNote({ group }: { group: Group }) {
  return (
    <p className={css.note} style={{ margin: 0 }} role="status">
      {group.state === 'member' ? 'WhatsApp has suspended this group. Nobody can write in it.' : 'You are not in this group any more. You can still read it.'}
    </p>
  );
}
