import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { keys } from '../api/queries';
import { phoneNumber } from '../text/words';
import { Dialog } from '../ui/Dialog';

/** The same person with another number: the chats stay, and every business in them is told. */
export function NumberDialog({ waId, name, onClose }: { waId: string; name: string; onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [number, setNumber] = useState('');
  const digits = number.replace(/\D/g, '');
  const isNumber = /^\d{8,15}$/.test(digits);

  const change = useMutation({
    mutationFn: () => api.changeNumber(waId, digits),
    onSuccess: async (customer) => {
      onClose();
      await navigate(`/${customer.wa_id}`);
      await client.invalidateQueries({ queryKey: keys.state });
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isNumber) change.mutate();
  };

  return (
    <Dialog title="Change number" opened onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">
            {name} has {phoneNumber(waId)} now. The businesses in the chats are told the new number, and nobody answers at the old one.
          </Text>
          <TextInput
            label="New number"
            placeholder="+44 7700 900123"
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
            inputMode="tel"
            error={number && !isNumber ? 'Country code and number, 8 to 15 digits.' : null}
            data-autofocus
            required
          />
          {change.error && (
            <Text size="sm" c="var(--danger)" role="alert">
              {change.error.message}
            </Text>
          )}
          <Button type="submit" radius="xl" loading={change.isPending} disabled={!isNumber}>
            Change number
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
