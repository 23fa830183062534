import { Button, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import type { Draft } from '../api/types';
import { Dialog } from '../ui/Dialog';

interface Props {
  name: string;
  onClose: () => void;
  onSend: (draft: Draft) => void;
}

/** As if an advertisement of the business had been tapped: the first message says which one. */
export function AdDialog({ name, onClose, onSend }: Props) {
  const [headline, setHeadline] = useState(`Talk to ${name}`);
  const [body, setBody] = useState('');
  const [text, setText] = useState('Can I get more info on this?');
  const complete = headline.trim() !== '' && text.trim() !== '';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (complete) onSend({ type: 'text', text: text.trim(), from_ad: { headline: headline.trim(), body: body.trim() } });
  };
  return (
    <Dialog title="Write from an advertisement" opened onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput label="Headline of the advertisement" value={headline} required maxLength={60} onChange={(event) => setHeadline(event.currentTarget.value)} />
          <TextInput label="Its text" value={body} maxLength={120} onChange={(event) => setBody(event.currentTarget.value)} />
          <Textarea label="Your message" value={text} required autosize minRows={2} maxRows={5} data-autofocus maxLength={1024} onChange={(event) => setText(event.currentTarget.value)} />
          <Button type="submit" radius="xl" disabled={!complete}>
            Send
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
