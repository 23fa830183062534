import { Button, Modal, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { provider } from '../api/provider';
import type { Client } from '../api/types';
import dialogs from '../conversation/dialogs/Dialogs.module.css';
import { useAct } from './queries';

/** Asked twice, with a reason: it stops a whole business. */
export function SuspendDialog({ client, opened, onClose }: { client: Client; opened: boolean; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const { mutate, isPending } = useAct(`${client.name} is suspended.`);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!reason.trim()) return;
    mutate(() => provider.suspend(client.tenant_id, reason.trim()), { onSuccess: onClose });
  };
  return (
    <Modal opened={opened} onClose={onClose} title={`Suspend ${client.name}?`} styles={{ title: { fontWeight: 640, fontSize: 16 } }}>
      <form className={dialogs.stack} onSubmit={submit}>
        <p>Nothing will be sent for {client.name} until the suspension is lifted. What customers write is still received and kept.</p>
        <Textarea
          label="Reason"
          description="Kept with the suspension, as evidence."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
          data-autofocus
          data-testid="suspend-reason"
        />
        <div className={dialogs.foot}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color="red.9" disabled={!reason.trim()} loading={isPending} data-testid="suspend-submit">
            Suspend {client.name}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
