import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { api } from '../api/client';
import { keys } from '../api/queries';
import type { Customer } from '../api/types';
import { Dialog } from '../ui/Dialog';

interface Props {
  opened: boolean;
  onClose: () => void;
  onAdded: (customer: Customer) => void;
}

export function NewCustomer({ opened, onClose, onAdded }: Props) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const digits = number.replace(/\D/g, '');
  const numberError = number && !/^\d{8,15}$/.test(digits) ? 'Country code and number, 8 to 15 digits.' : null;

  const add = useMutation({
    mutationFn: () => api.addCustomer({ name: name.trim(), ...(digits ? { wa_id: digits } : {}) }),
    onSuccess: async (customer) => {
      await client.invalidateQueries({ queryKey: keys.state });
      setName('');
      setNumber('');
      onClose();
      onAdded(customer);
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (name.trim() && !numberError) add.mutate();
  };

  return (
    <Dialog title="New customer" opened={opened} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            placeholder="Maya Lindqvist"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={60}
            data-autofocus
            required
          />
          <TextInput
            label="Phone number"
            description="Leave empty to be given one."
            placeholder="+44 7700 900123"
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
            inputMode="tel"
            error={numberError}
          />
          {add.error && (
            <Text size="sm" c="var(--danger)" role="alert">
              {add.error.message}
            </Text>
          )}
          <Button type="submit" loading={add.isPending} disabled={!name.trim() || numberError !== null}>
            Add customer
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
