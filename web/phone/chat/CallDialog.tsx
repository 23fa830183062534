import { Button, Group } from '@mantine/core';
import { Dialog } from '../ui/Dialog';

/** Whether the business may call. */
export function CallDialog({ name, onClose, onChoose }: { name: string; onClose: () => void; onChoose: (allowed: boolean) => void }) {
  return (
    <Dialog title={`May ${name} call you?`} opened onClose={onClose}>
      <Group grow>
        <Button variant="default" radius="xl" onClick={() => onChoose(false)}>
          Do not allow
        </Button>
        <Button radius="xl" onClick={() => onChoose(true)}>
          Allow
        </Button>
      </Group>
    </Dialog>
  );
}
