import { Button, Loader, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';

interface Props {
  /** The link that was tapped; without one it is asked for. */
  tapped: string;
  /** What the service says of the link. */
  found: { data?: unknown; error: Error | null; isPending: boolean; isFetching: boolean };
  onLook: (link: string) => void;
  label: string;
  description?: string;
  placeholder: string;
  submit: string;
  /** Below the button. */
  children?: ReactNode;
}

/** A link until it is known where it leads: it is asked for, looked up, or leads nowhere. */
export function LinkForm({ tapped, found, onLook, label, description, placeholder, submit, children }: Props) {
  const [written, setWritten] = useState('');
  const look = (event: SubmitEvent): void => {
    event.preventDefault();
    onLook(written.trim());
  };
  if (tapped) {
    return (
      <>
        {found.isPending && <Loader size="sm" aria-label="Loading" />}
        {found.error && (
          <Text size="sm" role="alert">
            {found.error.message}
          </Text>
        )}
      </>
    );
  }
  if (found.data) return null;
  return (
    <form onSubmit={look}>
      <Stack gap="sm">
        <TextInput
          label={label}
          description={description}
          placeholder={placeholder}
          value={written}
          onChange={(event) => setWritten(event.currentTarget.value)}
          error={found.error?.message}
          data-autofocus
          required
        />
        <Button type="submit" radius="xl" loading={found.isFetching} disabled={!written.trim()}>
          {submit}
        </Button>
        {children}
      </Stack>
    </form>
  );
}
