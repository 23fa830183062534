import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client';
import type { PhoneMessage } from '../api/types';
import { Sheet } from '../ui/Sheet';
import { Screens } from './Screens';
import type { Values } from './model';

interface Props {
  waId: string;
  numberId: string;
  message: PhoneMessage;
  onClose: () => void;
  onSend: (answers: Values) => void;
}

/** The form that a message opens. */
export function FormSheet({ waId, numberId, message, onClose, onSend }: Props) {
  const form = useQuery({ queryKey: ['form', message.id], queryFn: () => api.form(waId, numberId, message.id) });
  const [title, setTitle] = useState('Form');
  return (
    <Sheet title={title} opened onClose={onClose}>
      {form.isPending && <Text size="sm">Loading…</Text>}
      {form.error && (
        <Text size="sm" c="var(--danger)" role="alert">
          {form.error.message}
        </Text>
      )}
      {form.data && (
        <Screens
          form={form.data}
          message={message}
          ask={(said) => api.exchange(waId, numberId, message.id, said)}
          onTitle={setTitle}
          onSend={onSend}
        />
      )}
    </Sheet>
  );
}
