import { Button } from '@mantine/core';
import { IconApps, IconNote } from '@tabler/icons-react';
import type { Detail } from '../../api/types';
import { useDeskState } from '../../shell/deskState';
import css from './Dock.module.css';

export type Foreign = 'other_app' | 'meta_agent';

/** Which other application has the thread at that moment. */
export function foreignOwner({ thread }: Detail, now: number): Foreign | '' {
  if (!thread || thread.owner === 'phone_app' || Date.parse(thread.until) <= now) return '';
  return thread.owner;
}

/** Another application speaks with the customer: nothing may be said from here. */
export function Elsewhere({ owner }: { owner: Foreign }) {
  const { commands } = useDeskState();
  return (
    <div className={css.dock}>
      <div className={css.bar} role="status" data-testid="thread-elsewhere">
        <IconApps size={18} className={css.icon} aria-hidden />
        <span className={css.words}>
          {owner === 'meta_agent' ? 'Meta’s own agent' : 'Another application'} has this thread. You can read along, and write once it is handed over.
        </span>
        <Button variant="subtle" color="gray" leftSection={<IconNote size={16} />} onClick={() => commands.desk.writeNote(true)}>
          Note
        </Button>
      </div>
    </div>
  );
}
