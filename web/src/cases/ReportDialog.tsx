import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Message } from '../api/types';
import dialogs from '../conversation/dialogs/Dialogs.module.css';
import { say } from '../ui/say';
import { timeOf } from '../ui/times';
import { report } from './source';

/** A message that breaks the policy, a customer's or a colleague's, is looked at by somebody who is not in it. */
export function ReportDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [forCustomer, setForCustomer] = useState(false);
  const { mutate, isPending } = useMutation({
    mutationFn: () => report(message.message_id, reason.trim(), forCustomer),
    onSuccess: ({ due_at }) => {
      say.done(`Reported. A supervisor decides by ${timeOf(due_at)}.`);
      onClose();
    },
    onError: say.trouble,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim()) mutate();
  };
  return (
    <Modal opened onClose={onClose} title="Report this message" styles={{ title: { fontWeight: 640, fontSize: 16 } }}>
      <form className={dialogs.stack} onSubmit={submit}>
        <p>A supervisor who is not in it looks at the message and decides. What they decide is kept on record.</p>
        <Textarea
          label="What is wrong with it"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={1000}
          autosize
          minRows={2}
          data-autofocus
          data-testid="report-reason"
        />
        {message.direction === 'out' && (
          <Checkbox label="The customer complained about it" checked={forCustomer} onChange={(event) => setForCustomer(event.currentTarget.checked)} />
        )}
        <div className={dialogs.foot}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!reason.trim()} loading={isPending} data-testid="report-submit">
            Report
          </Button>
        </div>
      </form>
    </Modal>
  );
}
