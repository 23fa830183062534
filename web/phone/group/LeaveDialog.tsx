import { Button, Stack, Text } from '@mantine/core';
import type { Group } from '../api/types';
import { Dialog } from '../ui/Dialog';
import { useLeave } from './joining';

/** Asks once more before one leaves. */
export function LeaveDialog({ waId, group, opened, onClose }: { waId: string; group: Group; opened: boolean; onClose: () => void }) {
  const leave = useLeave(waId, group.group_id);
  return (
    <Dialog title="Leave the group?" opened={opened} onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm">
          You can still read what was said in “{group.subject}”, and come back by an invitation link.
        </Text>
        {leave.error && (
          <Text size="sm" c="var(--danger)" role="alert">
            {leave.error.message}
          </Text>
        )}
        <Button color="red.9" radius="xl" loading={leave.isPending} onClick={() => leave.mutate(undefined, { onSuccess: onClose })} data-testid="leave-confirm">
          Leave
        </Button>
      </Stack>
    </Dialog>
  );
}
