import { Button, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import type { Draft } from '../api/types';
import { Dialog } from '../ui/Dialog';

/** The card of somebody, to send. */
export function ContactDialog({ onClose, onSend }: { onClose: () => void; onSend: (draft: Draft) => void }) {
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const complete = name.trim() !== '' && /\d/.test(phone);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (complete) onSend({ type: 'contacts', name: name.trim(), phone });
  };
  return (
    <Dialog title="Send a contact" opened onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput label="Name" value={name} required data-autofocus onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput label="Phone number" value={phone} required inputMode="tel" onChange={(event) => setPhone(event.currentTarget.value)} />
          <Button type="submit" radius="xl" disabled={!complete}>
            Send
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
