import { Button, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { PhoneMessage } from '../api/types';
import { Dialog } from '../ui/Dialog';

interface Props {
  message: PhoneMessage;
  onClose: () => void;
  onSave: (text: string) => void;
}

/** Another text for one's own message. */
export function EditDialog({ message, onClose, onSave }: Props) {
  const [text, setText] = useState(message.text ?? '');
  return (
    <Dialog title="Edit message" opened onClose={onClose}>
      <Stack gap="md">
        <Textarea label="Message" autosize minRows={2} maxLength={4096} value={text} data-autofocus onChange={(event) => setText(event.currentTarget.value)} />
        <Button radius="xl" disabled={!text.trim() || text === message.text} onClick={() => onSave(text.trim())}>
          Save
        </Button>
      </Stack>
    </Dialog>
  );
}
