import { Button } from '@mantine/core';
import css from './BlockedNote.module.css';
import { useUnblock } from './blocking';

/** Stands where one would write, while the business is blocked. */
export function BlockedNote({ waId, numberId, name }: { waId: string; numberId: string; name: string }) {
  const unblock = useUnblock(waId, numberId);
  return (
    <div className={css.note}>
      <span>{unblock.error ? unblock.error.message : `You blocked ${name}.`}</span>
      <Button variant="light" size="sm" radius="xl" onClick={() => unblock.mutate()} loading={unblock.isPending}>
        Unblock
      </Button>
    </div>
  );
}
