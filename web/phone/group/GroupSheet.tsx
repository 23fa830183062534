import { Button } from '@mantine/core';
import { IconDoorExit } from '@tabler/icons-react';
import type { Group } from '../api/types';
import { phoneNumber } from '../text/words';
import { Avatar } from '../ui/Avatar';
import { Sheet } from '../ui/Sheet';
import css from './Group.module.css';

interface Props {
  waId: string;
  group: Group;
  opened: boolean;
  onClose: () => void;
  /** Null for who is not in it. */
  onLeave: (() => void) | null;
}

/** What a group is about, and who is in it. */
export function GroupSheet({ waId, group, opened, onClose, onLeave }: Props) {
  const leave = (): void => {
    onClose();
    onLeave?.();
  };
  return (
    <Sheet title="Group info" opened={opened} onClose={onClose}>
      <div className={css.head}>
        <Avatar name={group.subject} size={76} picture={group.picture} />
        <h3 className={css.name}>{group.subject}</h3>
        {group.description && <p className={css.description}>{group.description}</p>}
      </div>
      <ul className={css.people} aria-label="People in this group">
        <li className={css.person}>
          <Avatar name={group.business} size={40} business />
          <span className={css.who}>
            <span>{group.business}</span>
            <span className={css.soft}>Business, runs this group</span>
          </span>
        </li>
        {group.participants.map((person) => (
          <li key={person.wa_id} className={css.person}>
            <Avatar name={person.name} size={40} />
            <span className={css.who}>
              <span>{person.wa_id === waId ? `${person.name} (you)` : person.name}</span>
              <span className={css.soft}>{phoneNumber(person.wa_id)}</span>
            </span>
          </li>
        ))}
      </ul>
      {onLeave && (
        <Button variant="subtle" c="var(--danger)" fullWidth leftSection={<IconDoorExit size={18} />} onClick={leave}>
          Leave the group
        </Button>
      )}
    </Sheet>
  );
}
