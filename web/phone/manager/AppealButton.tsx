import { Button, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState, type SubmitEvent } from 'react';
import { Dialog } from '../ui/Dialog';
import { useAct } from './api';

const LONGEST = 2_000;

/** The business asks for another look, in its own words; whoever plays the platform says what will come of it. */
export function AppealButton({ wabaId }: { wabaId: string }) {
  const act = useAct();
  const [opened, { open, close }] = useDisclosure();
  const [words, setWords] = useState('');
  const [granted, setGranted] = useState('yes');
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const body = { words: words.trim(), granted: granted === 'yes' };
    act.mutate(
      { path: `/accounts/${wabaId}/appeal`, body },
      {
        onSuccess: () => {
          setWords('');
          close();
        },
      },
    );
  };
  return (
    <>
      <Button size="compact-md" variant="subtle" onClick={open} aria-label={`Appeal: ${wabaId}`}>
        Appeal
      </Button>
      <Dialog title="Appeal" opened={opened} onClose={close}>
        <form onSubmit={send}>
          <Stack gap="md">
            <Textarea
              label="What the business says"
              description="The answer comes after a day of the platform's clock."
              placeholder="All of them had asked for our messages…"
              autosize
              minRows={3}
              maxRows={8}
              maxLength={LONGEST}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
              data-autofocus
              required
            />
            <Radio.Group label="What will be answered" value={granted} onChange={setGranted}>
              <Stack gap={8} mt={6}>
                <Radio value="yes" label="It is granted: what was decided ends" />
                <Radio value="no" label="It is refused: what was decided stays" />
              </Stack>
            </Radio.Group>
            {act.error && (
              <Text size="sm" c="var(--danger)" role="alert">
                {act.error.message}
              </Text>
            )}
            <Button type="submit" radius="xl" loading={act.isPending} disabled={!words.trim()}>
              Send the appeal
            </Button>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
